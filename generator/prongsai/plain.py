"""The site as plain Markdown and a plain mkdocs.yml, for a builder that knows nothing of prongsai."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from prongsai.atomic import new_folder
from prongsai.beside import beside_pages
from prongsai.checks import Finding, run_checks
from prongsai.checks.finding import with_hint
from prongsai.look import style_sheets, theme_pictures
from prongsai.models.site import Site
from prongsai.pages import build_pages, escape
from prongsai.pages.navigation import Nav, navigation
from prongsai.pages.redirects import redirect_pages
from prongsai.paths import stays_inside
from prongsai.printing import print_reports
from prongsai.problems import Lang, ProngsaiError, Text

_MARKER = "prongsai-generated.txt"
_STYLE = "assets/prongsai/prongsai.css"
_STYLES = (_STYLE, "assets/prongsai/home.css")
"""The second is asked for by the front page itself."""
_SCRIPT = "assets/prongsai/item.js"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    pages: int
    errors: tuple[ProngsaiError, ...]
    """Why a report is not there as a file."""


class UnpublishableError(ProngsaiError):
    """The site holds what must not be published."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        th, en = (
            "\n".join(f"{one.where}: {one.code} {with_hint(one, lang)}" for one in findings)
            for lang in (Lang.TH, Lang.EN)
        )
        super().__init__(Text(th, en))


def publishable(site: Site) -> list[Finding]:
    """Return what the checks find, or raise UnpublishableError where it must not be published."""
    findings = run_checks(site)
    if fatal := [finding for finding in findings if finding.stops_build]:
        raise UnpublishableError(fatal)
    return findings


def write_plain_site(site: Site, target: Path, by_hand: Path | None = None) -> Written:
    """Write `target`/mkdocs.yml and `target`/docs/, whole or not at all.

    Pages below `by_hand` take the place of generated ones. Raises ForeignFolderError when `target`
    holds files of somebody else, and UnpublishableError where the site was looked into and holds
    what must not be published.
    """
    findings = publishable(site)
    own = sorted(_written_by_hand(by_hand)) if by_hand and by_hand.is_dir() else []
    names = [path.relative_to(by_hand).as_posix() for path in own] if by_hand else []
    printed = print_reports(site, own=dict(zip(names, own, strict=True)))
    pages = list(build_pages(site, findings, printed.files))
    with new_folder(target, _MARKER) as folder:
        docs = folder / "docs"
        for page in pages:
            _write(docs / page.path, page.markdown)
        for url, text in beside_pages(site, printed.files).files:
            _write(docs / url, text)
        for sheet, css in style_sheets(site):
            _write(docs / sheet, css)
        for report in printed.files:
            _write(docs / report.url, report.content)
        _copy_documents(site, docs)
        for url, html in redirect_pages(site):
            _write(docs / url, html)
        for path, name in zip(own, names, strict=True):
            _copy(path, docs / name)
        for asset in (*_STYLES, _SCRIPT):
            _write(docs / asset, _theme_text(asset))
        nav = navigation(pages, (name for name in names if name.endswith(".md")))
        _write(folder / "mkdocs.yml", "\n".join(_config(site, nav)) + "\n")
        _write(folder / _MARKER, "Made by `prongsai generate`, which replaces this folder whole.\n")
    return Written(len(pages), printed.errors)


def _written_by_hand(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, but nothing hidden and no link that leaves it."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and stays_inside(path, folder):
            yield path


def _config(site: Site, nav: Nav) -> Iterator[str]:
    """Yield mkdocs.yml; every value is written as JSON, which is YAML too."""
    values = {
        "site_name": escape.html(f"ศูนย์ข้อมูลความโปร่งใส {site.agency.short_name.th}"),
        "site_url": site.agency.address(""),
        "theme": {"name": "material", "language": "th", "font": False, **theme_pictures(site)},
        "extra_css": [_STYLE, *(path for path, _ in style_sheets(site))],
        "extra_javascript": [_SCRIPT],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": False}}],
        "plugins": ["search"],
        "nav": nav,
    }
    for key, value in values.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _theme_text(path: str) -> str:
    return (files("prongsai_theme") / path).read_text(encoding="utf-8")


def _copy_documents(site: Site, docs: Path) -> None:
    for file in site.published_files:
        _copy(file.path, docs / file.url)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
