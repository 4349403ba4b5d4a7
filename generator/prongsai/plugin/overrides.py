"""What the command line changes in mkdocs.yml, in the words of MkDocs. Pure but for a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_NAME = "prongsai"


@contextmanager
def overrides(
    written: dict[str, Any], folder: Path, content: Path | None, *, strict: bool
) -> Iterator[dict[str, Any]]:
    """Give what to lay over `written`, the mkdocs.yml in `folder`, for other content or strictness.

    Other content brings its own hand-written pages where those of mkdocs.yml lie in the content it
    names: the pages of one agency never stand on the site of another. Without a folder of pages by
    hand there are none: Windows and FTP programs drop empty folders.
    """
    options: dict[str, Any] = {"strict_findings": True} if strict else {}
    if content:
        options["content_dir"] = str(content)
    changes: dict[str, Any] = {"strict": True} if strict else {}
    if options:
        changes["plugins"] = [_with(options, *entry) for entry in listed(written)]
    with TemporaryDirectory() as no_pages:
        if _pages_are_content(written, folder):
            named = folder / written.get("docs_dir", "docs")
            pages = content / "pages" if content else named
            if not pages.is_dir():
                changes["docs_dir"] = no_pages
            elif pages != named:
                changes["docs_dir"] = str(pages)
        yield changes


def listed(written: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return each plugin and its options; mkdocs.yml has a list of them, or a mapping."""
    plugins = written.get("plugins") or []
    if isinstance(plugins, dict):
        plugins = [{name: given} for name, given in plugins.items()]
    pairs = (next(iter(one.items())) if isinstance(one, dict) else (one, {}) for one in plugins)
    return [(name, given if isinstance(given, dict) else {}) for name, given in pairs]


def _with(options: dict[str, Any], name: str, given: dict[str, Any]) -> dict[str, Any]:
    return {name: {**given, **options} if name == _NAME else given}


def _pages_are_content(written: dict[str, Any], folder: Path) -> bool:
    content: str = dict(listed(written)).get(_NAME, {}).get("content_dir", "content")
    pages: str = written.get("docs_dir", "docs")
    return Path(folder, pages).resolve().is_relative_to(Path(folder, content).resolve())
