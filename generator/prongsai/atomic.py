"""Files and folders that are there whole or not at all: written beside, then renamed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from stat import S_IMODE
from typing import IO

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


class UnwritableError(ProngsaiError):
    """A file or folder cannot be put where it was asked for."""

    def __init__(self, path: Path, error: OSError) -> None:
        why = error.strerror or str(error)
        super().__init__(
            Text(
                f"{path}: เขียนไม่ได้ ({why}) ให้ปิดโปรแกรมที่เปิดค้างอยู่ หรือเลือกที่อื่น",
                f"{path}: cannot be written ({why}); close what holds it open, or choose another",
            )
        )


def write_file(path: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8 with its line ends as they are.

    What is no file, a pipe or /dev/null, is written into: nothing may take its place.
    """
    written = content.encode("utf-8") if isinstance(content, str) else content
    with _telling(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(written)
            return
        with _written_beside(path, written) as beside:
            beside.replace(path)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, that takes the place of `path` when the block ends without an error."""
    with _telling(path), _beside_file(path) as (beside, file):
        with file:
            yield file
        beside.replace(path)


def write_files(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, or none: all are written beside, then renamed one after another.

    Where one cannot be put in its place, those before it get back what they held.
    """
    with ExitStack() as staged:
        beside: dict[Path, Path] = {}
        for path, content in contents.items():
            written = content.encode("utf-8") if isinstance(content, str) else content
            staged.enter_context(_telling(path))
            beside[path] = staged.enter_context(_written_beside(path, written))
        earlier = {path: path.read_bytes() if path.is_file() else None for path in contents}
        replaced: list[Path] = []
        try:
            for path, new in beside.items():
                with _telling(path):
                    new.replace(path)
                replaced.append(path)
        finally:  # Ctrl-C too
            if len(replaced) < len(beside):
                for path in replaced:
                    _give_back(path, earlier[path])


def _give_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        write_file(path, content)


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """Give a file with the content in the folder of `path`; gone when left, if still there."""
    with _beside_file(path) as (beside, file):
        with file:
            file.write(content)
        yield beside


@contextmanager
def _beside_file(path: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """Give an empty file in the folder of `path`, open; gone when left, if still there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: a fixed one could be a link that somebody left there.
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    beside = Path(name)
    try:
        beside.chmod(_mode_of(path))
        yield beside, open(handle, "wb")  # noqa: PTH123, SIM115
    finally:
        beside.unlink(missing_ok=True)


def _mode_of(path: Path) -> int:
    """Return who may do what with a file that takes this place: as before, where there is one."""
    return S_IMODE(path.stat().st_mode) if path.is_file() else 0o644


@contextmanager
def new_folder(target: Path, marker: str) -> Iterator[Path]:
    """Give an empty folder that takes the place of `target` when the block ends without an error.

    Raises ForeignFolderError at once if `target` is a file, or holds files but not `marker`, a path
    that every folder written here has.
    """
    if not is_ours(target, marker):
        raise ForeignFolderError(target)
    with _beside(target) as made:
        yield made
        with _telling(target):
            _put(made, target)


def is_ours(target: Path, marker: str) -> bool:
    """Say whether a folder may be replaced: it is not there, is empty, or has our marker."""
    if not target.exists():
        return True
    return target.is_dir() and (not any(target.iterdir()) or (target / marker).is_file())


def _put(made: Path, target: Path) -> None:
    """Rename the folder to its place; what stood there stays if that cannot be done."""
    if not target.exists():
        made.rename(target)
        return
    with _beside(target) as aside:
        old = target.rename(aside / "old")
        try:
            made.rename(target)
        finally:  # Ctrl-C too: the folder beside goes, and the old one must not go with it
            if not target.exists():
                old.rename(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give an empty folder on the same disk as `target`, gone when it is left."""
    with _telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(path, error) from error
