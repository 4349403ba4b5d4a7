"""MkDocs, run for the command line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.yaml import yaml_load

from prongsai.atomic import new_folder
from prongsai.checks import Finding
from prongsai.models.site import Site
from prongsai.plugin.hooks import Progress, ProngsaiPlugin
from prongsai.problems import Lang, ProngsaiError, Text

T = TypeVar("T")

MARKER = "data/items.json"
"""A file that every site of ours has: a folder without it is never replaced."""


class BuildError(ProngsaiError):
    """MkDocs stopped; it has already said why."""


@dataclass(frozen=True)
class Built:
    """What a build made."""

    site: Site
    findings: tuple[Finding, ...]
    folder: Path
    pages: int


def build(
    config_file: Path,
    content_dir: str | None = None,
    site_dir: Path | None = None,
    *,
    strict: bool = False,
    lang: Lang = Lang.TH,
    progress: Progress | None = None,
) -> Built:
    """Build the site beside its folder and put it in place only when all of it is there.

    Raises BuildError when MkDocs stops, with the earlier site untouched.
    """
    config = _configure(config_file, content_dir, strict)
    plugin = _plugin(config)
    plugin.progress, plugin.lang = progress, lang
    target = site_dir.resolve() if site_dir else Path(config.site_dir)
    with new_folder(target, MARKER) as made, _told(logging.WARNING):
        config.site_dir = str(made)
        _run(lambda: mkdocs_build.build(config))
    return Built(plugin.site, tuple(plugin.findings), target, len(plugin.pages))


def serve(
    config_file: Path, content_dir: str | None, address: str | None, *, open_browser: bool
) -> None:
    """Serve the site and build it anew at every save, until it is stopped."""
    from mkdocs.commands import serve as mkdocs_serve  # a web server, which no build needs

    overrides = _overrides(config_file, content_dir, strict=False)
    if address:
        overrides["dev_addr"] = address
    with _told(logging.INFO):
        _run(
            lambda: mkdocs_serve.serve(
                config_file=str(config_file), open_in_browser=open_browser, **overrides
            )
        )


def _configure(config_file: Path, content_dir: str | None, strict: bool) -> MkDocsConfig:
    with _told(logging.WARNING):
        return _run(
            lambda: load_config(str(config_file), **_overrides(config_file, content_dir, strict))
        )


def _overrides(config_file: Path, content_dir: str | None, strict: bool) -> dict[str, Any]:
    """Return what the command line changes in mkdocs.yml, in the words of MkDocs."""
    if not config_file.is_file():
        raise BuildError(_no_config(config_file))
    options: dict[str, Any] = {"strict_findings": strict} if strict else {}
    if content_dir:
        options["content_dir"] = str(Path(content_dir).resolve())
    if not options:
        return {}
    with config_file.open(encoding="utf-8") as file:
        listed = _run(lambda: yaml_load(file)).get("plugins") or []
    return {"plugins": [_with(options, entry) for entry in listed], "strict": strict}


def _with(options: dict[str, Any], entry: Any) -> Any:
    """Return an entry of `plugins:` with the options laid over those it has, if it is ours."""
    name, given = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
    return {name: {**(given or {}), **options}} if name == "prongsai" else entry


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
    except MkDocsException as error:
        raise BuildError(Text(f"MkDocs: {error}", f"MkDocs: {error}")) from error


def _no_config(path: Path) -> Text:
    return Text(
        f"{path}: ไม่พบไฟล์นี้ ให้ไปที่โฟลเดอร์ที่มี mkdocs.yml หรือบอกที่อยู่ด้วย --config-file",
        f"{path}: there is no such file; go to the folder with mkdocs.yml or use --config-file",
    )


_STOPPED = Text(
    "สร้างเว็บไซต์ไม่สำเร็จ เว็บไซต์เดิมไม่ถูกแก้ไข (เหตุอยู่ด้านบน)",
    "the site was not built and the earlier one is untouched (the cause is above)",
)
