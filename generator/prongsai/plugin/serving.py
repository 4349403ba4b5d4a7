"""What `prongsai serve` does otherwise than MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from prongsai.problems import Lang, Text

log = get_plugin_logger(__name__)


def keeping_pages(build: Callable[[], None], home: Path, lang: Lang) -> Callable[[], None]:
    """Return the builder without the stop of the server at an error, if there is a front page to show.

    MkDocs lets every page wait until the error is mended; an officer would see a dead browser.
    https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/livereload/__init__.py#L203
    """

    def build_or_keep() -> None:
        before = _written(home)
        try:
            build()
        except Abort:
            after = _written(home)
            if not after:
                raise
            log.info((_KEPT if after == before else _HALF).told(lang))

    return build_or_keep


def _written(home: Path) -> tuple[int, int] | None:
    """Return what another writing of the page changes; None where there is none.

    An error before MkDocs clears the folder leaves the page as it is; a later one, one half made.
    """
    try:
        found = home.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


_KEPT = Text(
    "หน้าเว็บที่เห็นเป็นของครั้งก่อนที่สร้างสำเร็จ จนกว่าจะแก้ข้อผิดพลาดด้านบน",
    "the pages of the last good build stay until the error above is mended",
)
_HALF = Text(
    "หน้าเว็บที่เห็นอาจไม่ครบหรือไม่ล่าสุด จนกว่าจะแก้ข้อผิดพลาดด้านบน",
    "the pages may be incomplete or old until the error above is mended",
)
