"""What `prongsai serve` does otherwise than MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger(__name__)


def keeping_pages(build: Callable[[], None], home: Path) -> Callable[[], None]:
    """Return the builder without the stop of the server at an error that left the site in place.

    MkDocs lets every page wait until the error is mended; an officer would see a dead browser.
    https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/livereload/__init__.py#L203
    """

    def build_or_keep() -> None:
        try:
            build()
        except Abort:
            if not home.is_file():
                raise
            log.info("the pages of the last good build stay until the error above is mended")

    return build_or_keep
