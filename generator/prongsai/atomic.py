"""Files and folders that are there whole or not at all: written beside, then renamed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.problems import ProngsaiError, Text


class ForeignFolderError(ProngsaiError):
    """A folder holds something that we did not write, so it is not replaced."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Text(
                f"{folder}: มีไฟล์อื่นอยู่และไม่ได้สร้างโดย prongsai ให้ลบเอง หรือเลือกโฟลเดอร์อื่น",
                f"{folder}: holds files that prongsai did not write; delete it or choose another",
            )
        )


def write_file(path: Path, text: str) -> None:
    """Write UTF-8 text with line ends as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(path)


@contextmanager
def new_folder(target: Path, marker: str) -> Iterator[Path]:
    """Give an empty folder that takes the place of `target` when the block ends without an error.

    Raises ForeignFolderError at once if `target` holds files but not `marker`, a path that every
    folder written here has.
    """
    if target.is_dir() and any(target.iterdir()) and not (target / marker).is_file():
        raise ForeignFolderError(target)
    with _beside(target) as made:
        yield made
        if target.exists():
            with _beside(target) as aside:
                target.rename(aside / "old")
                made.rename(target)
        else:
            made.rename(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give an empty folder on the same disk as `target`, gone when it is left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
