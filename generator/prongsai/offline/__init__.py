"""A built site as one zip that works from a disc, without a server and without a network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, relpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from prongsai.atomic import new_file
from prongsai.models.site import Site
from prongsai.offline.links import OfflineLinks
from prongsai.offline.start import (
    FOLDER,
    LINKS,
    LINKS_TEXT,
    OPENER,
    OPENER_TEXT,
    START,
    start_page,
)

__all__ = ["Offline", "write_offline"]

_FOR_SERVERS = re.compile(r"404\.html|sitemap\.xml(?:\.gz)?|prongsai\.txt|robots\.txt")
"""What only a server, a search engine or a later build makes use of."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*\s]+')
"""What Windows takes in no name of a file, and spaces, which get lost in messages."""
_PACKED = {".pdf", ".png", ".jpg", ".jpeg", ".docx", ".xlsx", ".zip", ".gz", ".woff2"}
"""Packed already: to pack them again takes time and saves nothing."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows; a day of the build would make other bytes of the same content."""


@dataclass(frozen=True)
class Offline:
    """What was made."""

    path: Path
    size: int
    """In bytes."""
    pages: int


def write_offline(site: Site, folder: Path) -> Offline:
    """Write the site that was built into `folder` as a zip beside that folder, whole or not at all.

    The same site gives the same bytes; documents are copied piece by piece. Raises UnwritableError.
    """
    target = folder.parent / zip_name(site)
    names = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    kept = {name: path for name, path in sorted(names.items()) if not _FOR_SERVERS.fullmatch(name)}
    links = OfflineLinks(frozenset(kept), site.agency.address(""))
    with new_file(target) as file, ZipFile(file, "w") as archive:
        for name, text in _of_our_own(site):
            archive.writestr(_entry(name), text)
        for name, path in kept.items():
            if path.suffix == ".html" and (written := _read(path)) is not None:
                page = links.page(written, name)
                archive.writestr(_entry(f"{FOLDER}/{name}"), _with_script(page, name))
            else:
                _copy(path, archive, f"{FOLDER}/{name}")
    pages = sum(name.endswith(".html") for name in kept)
    return Offline(target, target.stat().st_size, pages)


def _read(path: Path) -> str | None:
    """Return the text of a page; None for one that Word saved in another encoding, which stays."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def zip_name(site: Site) -> str:
    """Return the name by which an officer knows the zip: the agency's short name and its newest year."""
    name = _NOT_IN_NAMES.sub("-", site.agency.short_name.th).strip("-.")
    year = max((year.fiscal_year for year in site.years), default="")
    return "-".join(filter(None, (name, str(year), "offline"))) + ".zip"


def _of_our_own(site: Site) -> Iterator[tuple[str, str]]:
    yield START, start_page(f"ศูนย์ข้อมูลความโปร่งใส {site.agency.short_name.th}")
    yield OPENER, OPENER_TEXT
    yield LINKS, LINKS_TEXT


def _with_script(page: str, name: str) -> str:
    """Return a page at the end of which a script mends the links that other scripts make."""
    script = relpath(LINKS, dirname(f"{FOLDER}/{name}"))
    body, end, rest = page.rpartition("</body>")
    return f'{body}<script src="{script}"></script>{end}{rest}' if end else page


def _entry(name: str) -> ZipInfo:
    """Return the head of a file; a name in Thai is marked as UTF-8, as Windows 10 reads it."""
    entry = ZipInfo(name, _DAY)
    entry.create_system, entry.external_attr = 3, 0o100644 << 16
    entry.compress_type = ZIP_STORED if Path(name).suffix.lower() in _PACKED else ZIP_DEFLATED
    return entry


def _copy(path: Path, archive: ZipFile, name: str) -> None:
    entry = _entry(name)
    entry.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(entry, "w") as packed:
        shutil.copyfileobj(source, packed)
