"""MkDocs, run for the command line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.yaml import yaml_load

from prongsai.atomic import new_file, new_folder
from prongsai.checks import Finding
from prongsai.locks import ABOUT_PUBLISHED, PUBLISHED, published_line
from prongsai.models.published import Publication
from prongsai.models.site import Site
from prongsai.plugin.hooks import MARKER, Progress, ProngsaiPlugin
from prongsai.plugin.overrides import overrides
from prongsai.problems import Lang, ProngsaiError, Text

T = TypeVar("T")


class BuildError(ProngsaiError):
    """MkDocs stopped; it has already said why."""


@dataclass(frozen=True)
class Built:
    """What a build made."""

    site: Site
    findings: tuple[Finding, ...]
    folder: Path
    pages: int
    recorded: int
    """How many documents were recorded as published."""


def build(
    config_file: Path,
    content_dir: str | None = None,
    site_dir: Path | None = None,
    *,
    strict: bool = False,
    lang: Lang = Lang.TH,
    progress: Progress | None = None,
    record_on: date | None = None,
) -> Built:
    """Build the site beside its folder and put it in place only when all of it is there.

    With `record_on`, documents that were not published before are recorded in published.lock as
    published on that day. Raises BuildError when MkDocs stops, with the earlier site untouched.
    """
    with _overrides(config_file, content_dir, strict=strict) as changes:
        config = _configure(config_file, changes)
        plugin = _plugin(config)
        plugin.progress, plugin.lang, plugin.record_on = progress, lang, record_on
        target = (site_dir or Path(config.site_dir)).resolve()
        with ExitStack() as in_place, new_folder(target, MARKER) as made, _told(logging.WARNING):
            config.site_dir = str(made)
            _run(lambda: _built(config))
            if plugin.recorded:
                lock = plugin.content_dir(config) / PUBLISHED
                in_place.enter_context(_recording(lock, plugin.recorded))
    return Built(
        plugin.site, tuple(plugin.findings), target, len(plugin.pages), len(plugin.recorded)
    )


def serve(
    config_file: Path, content_dir: str | None, address: str | None, *, open_browser: bool
) -> None:
    """Serve the site and build it anew at every save, until it is stopped."""
    from mkdocs.commands import serve as mkdocs_serve  # a web server, which no build needs

    with _overrides(config_file, content_dir) as changes, _told(logging.INFO):
        if address:
            changes["dev_addr"] = address
        try:
            _run(
                lambda: mkdocs_serve.serve(
                    config_file=str(config_file), open_in_browser=open_browser, **changes
                )
            )
        except OSError as error:  # as a rule another program has the port
            raise BuildError(_not_served(error)) from error


@contextmanager
def _recording(lock: Path, published: tuple[Publication, ...]) -> Iterator[None]:
    """Add to what was recorded before, no line of which changes, once the block ends without an error.

    All is written before it begins: a full disk leaves the earlier site, and a site that cannot be
    put in its place leaves the earlier record.
    """
    earlier = lock.read_text(encoding="utf-8-sig") if lock.is_file() else ABOUT_PUBLISHED
    end = "" if earlier.endswith("\n") else "\n"
    with new_file(lock) as file:
        file.write((earlier + end + "".join(map(published_line, published))).encode())
        file.flush()
        yield


def _built(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()


def _configure(config_file: Path, overrides: dict[str, Any]) -> MkDocsConfig:
    with _told(logging.WARNING):
        return _run(lambda: load_config(str(config_file), **overrides))


@contextmanager
def _overrides(
    config_file: Path, content_dir: str | None, *, strict: bool = False
) -> Iterator[dict[str, Any]]:
    if not config_file.is_file():
        raise BuildError(_no_config(config_file))
    with config_file.open("rb") as file:
        written = _run(lambda: yaml_load(file))
    if not isinstance(written, dict):
        written = {}  # load_config tells what is wrong with it
    content = Path(content_dir).resolve() if content_dir else None
    with overrides(written, config_file.parent, content, strict=strict) as changes:
        yield changes


def _plugin(config: MkDocsConfig) -> ProngsaiPlugin:
    plugin = config.plugins.get("prongsai")
    if isinstance(plugin, ProngsaiPlugin):
        return plugin
    raise BuildError(
        Text(
            f"{config.config_file_path}: ไม่ได้เปิดใช้ปลั๊กอิน prongsai ให้เพิ่ม plugins: [prongsai]",
            f"{config.config_file_path}: the plugin prongsai is not on; add plugins: [prongsai]",
        )
    )


@contextmanager
def _told(level: int) -> Iterator[None]:
    """Let MkDocs talk on stderr while this lasts."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setLevel(level)
    handler.setFormatter(logging.Formatter("%(message)s"))
    earlier = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(earlier)


def _run(work: Callable[[], T]) -> T:
    try:
        return work()
    except Abort as error:
        raise BuildError(_STOPPED) from error
    except (MkDocsException, UnicodeDecodeError) as error:
        raise BuildError(Text(f"MkDocs: {error}", f"MkDocs: {error}")) from error


def _no_config(path: Path) -> Text:
    return Text(
        f"{path}: ไม่พบไฟล์นี้ ให้ไปที่โฟลเดอร์ที่มี mkdocs.yml หรือบอกที่อยู่ด้วย --config-file",
        f"{path}: there is no such file; go to the folder with mkdocs.yml or use --config-file",
    )


def _not_served(error: OSError) -> Text:
    why = error.strerror or str(error)
    return Text(
        f"เปิดเว็บไซต์ที่นี่ไม่ได้ ({why}) ลองช่องอื่นด้วย --address 127.0.0.1:8001",
        f"the site cannot be served here ({why}); try --address 127.0.0.1:8001",
    )


_STOPPED = Text(
    "สร้างเว็บไซต์ไม่สำเร็จ เว็บไซต์เดิมไม่ถูกแก้ไข (เหตุอยู่ด้านบน)",
    "the site was not built and the earlier one is untouched (the cause is above)",
)
