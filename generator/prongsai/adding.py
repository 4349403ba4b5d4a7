"""Files added to a folder that may hold others: all of them or none, and never over anything."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from errno import EEXIST
from os import strerror
from pathlib import Path

from prongsai.atomic import UnwritableError
from prongsai.paths import stays_inside
from prongsai.problems import ProngsaiError, Text


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands where a file would be written."""

    name: str
    """The path of the file below the folder."""
    there: Text
    """What is there instead."""


class OccupiedError(ProngsaiError):
    """Something is there already and is not the same. Nothing was written."""

    def __init__(self, folder: Path, wanted: Sequence[str], obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        th = [f"{folder}: ไม่ได้เขียนอะไรเลย เพราะมีของเดิมอยู่ {len(obstacles)} แห่ง"]
        en = [f"{folder}: nothing was written; {len(obstacles)} places are taken"]
        th += [f"  มีอยู่แล้ว: {one.name} ({one.there.th})" for one in obstacles]
        en += [f"  is there: {one.name} ({one.there.en})" for one in obstacles]
        th += [f"  จะเขียน: {name}" for name in wanted]
        en += [f"  would be written: {name}" for name in wanted]
        th.append("    วิธีแก้: ย้ายหรือเปลี่ยนชื่อของเดิม หรือเลือกโฟลเดอร์อื่น")
        en.append("    hint: move or rename what is there, or choose another folder")
        super().__init__(Text("\n".join(th), "\n".join(en)))


def add_files(
    folder: Path,
    files: Mapping[str, bytes],
    replaceable: Callable[[bytes], bool] = lambda _: False,
    other_names: Callable[[str], Iterable[str]] = lambda _: (),
) -> tuple[str, ...]:
    """Write files by their paths below `folder`; return the names of those that were not there yet.

    A file that is there with the same bytes is left alone. Raises OccupiedError, with nothing
    written, for one that differs and whose bytes are not `replaceable`, or that is there under one
    of its `other_names`; and UnwritableError, with what was written taken away again.
    """
    names = sorted(files)
    found = [
        obstacle
        for name in names
        for obstacle in (
            *_obstacles(folder, name, files[name], replaceable),
            *(Obstacle(one, _THE_SAME) for one in other_names(name) if (folder / one).exists()),
        )
    ]
    if obstacles := {one.name: one for one in found}:
        raise OccupiedError(folder, names, list(obstacles.values()))
    new = [name for name in names if not _is_same(folder / name, files[name])]
    try:
        if not folder.exists():
            _put_folder(folder, {name: files[name] for name in new})
        elif new:
            _put_files(folder, {name: files[name] for name in new})
    except OSError as error:
        raise UnwritableError(folder, error) from error
    return tuple(new)


_THE_SAME = Text("เป็นไฟล์เดียวกันในชื่ออื่น", "is the same under another name")


def _obstacles(
    folder: Path, name: str, content: bytes, replaceable: Callable[[bytes], bool]
) -> Iterator[Obstacle]:
    path = folder / name
    way = [folder, *(folder / part for part in reversed(Path(name).parents) if part != Path())]
    for one in way:
        if (one.exists() or one.is_symlink()) and not one.is_dir():
            shown = one.relative_to(folder).as_posix()
            yield Obstacle(shown, Text("ไม่ใช่โฟลเดอร์", "is not a folder"))
            return
    if folder.exists() and not stays_inside(path, folder):
        yield Obstacle(name, Text("เป็นลิงก์ออกไปนอกโฟลเดอร์นี้", "is a link that leaves the folder"))
    elif path.is_dir():
        yield Obstacle(name, Text("เป็นโฟลเดอร์", "is a folder"))
    elif not _may_be_written(path, content, replaceable):
        yield Obstacle(name, Text("มีเนื้อหาอื่นอยู่", "holds something else"))


def _is_same(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def _may_be_written(path: Path, content: bytes, replaceable: Callable[[bytes], bool]) -> bool:
    if not path.exists() and not path.is_symlink():
        return True
    try:
        return _is_same(path, content) or (
            path.is_file() and not path.is_symlink() and replaceable(path.read_bytes())
        )
    except OSError:
        return False


def _put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder whole beside its place, and rename it there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _staged(folder.parent, files) as stage:
        stage.chmod(0o755)
        stage.rename(folder)


def _put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the files in a folder of their own, then move each to its place; or take all away again."""
    older = frozenset(name for name in files if (folder / name).exists())
    with _staged(folder, files) as stage:
        placing = _Placing(folder, stage, older)
        try:
            for name in files:
                placing.place(name)
            placing.done = True
        finally:  # Ctrl-C too
            if not placing.done:
                placing.undo()


@dataclass
class _Placing:
    """What was moved to its place so far, so that it can be taken back."""

    folder: Path
    stage: Path
    older: frozenset[str]
    """The files that may be replaced. Whatever else comes up meanwhile is somebody else's."""
    done: bool = False
    placed: list[Path] = field(default_factory=list)
    made: list[Path] = field(default_factory=list)
    replaced: dict[Path, Path] = field(default_factory=dict)

    def place(self, name: str) -> None:
        path = self.folder / name
        for parent in (one for one in reversed(path.parents) if not one.exists()):
            parent.mkdir()
            self.made.append(parent)
        if name in self.older:
            aside = self.stage / f"replaced-{len(self.replaced)}"
            self.replaced[path] = path.rename(aside)
        elif path.exists():
            raise FileExistsError(EEXIST, strerror(EEXIST))
        (self.stage / name).rename(path)
        self.placed.append(path)

    def undo(self) -> None:
        for path in self.placed:
            path.unlink(missing_ok=True)
        for path, aside in self.replaced.items():
            aside.replace(path)
        for folder in reversed(self.made):
            with suppress(OSError):  # somebody has put something there meanwhile
                folder.rmdir()


@contextmanager
def _staged(parent: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Give a folder in `parent` that holds the files, gone when it is left unless it was renamed."""
    stage = Path(tempfile.mkdtemp(prefix=".prongsai-", dir=parent))
    try:
        for name, content in files.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
