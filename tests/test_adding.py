"""Files are added to a folder all or not at all, and what was there stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.adding import OccupiedError, add_files
from prongsai.atomic import UnwritableError

FILES = {"a.txt": b"a", "deep/er/b.txt": b"b", ".c": b"c"}


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_a_new_folder_holds_the_files_and_nothing_else(tmp_path):
    written = add_files(tmp_path / "new/site", FILES)

    assert written == (".c", "a.txt", "deep/er/b.txt")
    assert tree(tmp_path / "new/site") == {**FILES, "deep": None, "deep/er": None}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["site"]
    assert (tmp_path / "new/site").stat().st_mode & 0o777 == 0o755


def test_other_files_of_a_folder_stay(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/mine.txt").write_text("mine")

    add_files(tmp_path, FILES)

    assert tree(tmp_path) == {**FILES, "deep": None, "deep/er": None, "deep/mine.txt": b"mine"}


def test_files_that_are_there_already_are_left_alone(tmp_path):
    add_files(tmp_path, FILES)
    before = (tmp_path / "a.txt").stat().st_mtime_ns

    assert add_files(tmp_path, FILES) == ()
    assert (tmp_path / "a.txt").stat().st_mtime_ns == before


def occupy_with_a_file(folder):
    (folder / "a.txt").write_text("mine")


def occupy_with_a_folder(folder):
    (folder / "a.txt").mkdir()


def occupy_with_a_dead_link(folder):
    (folder / "a.txt").symlink_to(folder / "nowhere")


def occupy_the_way(folder):
    (folder / "deep").write_text("a file where a folder goes")


def occupy_with_a_link_that_leaves(folder):
    (folder.parent / "elsewhere").mkdir()
    (folder / "deep").symlink_to(folder.parent / "elsewhere")


def occupy_with_another_name(folder):
    (folder / "a.text").write_text("mine")


@pytest.mark.parametrize(
    ("occupy", "name"),
    [
        (occupy_with_a_file, "a.txt"),
        (occupy_with_a_folder, "a.txt"),
        (occupy_with_a_dead_link, "a.txt"),
        (occupy_the_way, "deep"),
        (occupy_with_a_link_that_leaves, "deep/er/b.txt"),
        (occupy_with_another_name, "a.text"),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_written(tmp_path, occupy, name):
    folder = tmp_path / "site"
    folder.mkdir()
    occupy(folder)
    before = tree(tmp_path)

    with pytest.raises(OccupiedError) as raised:
        add_files(folder, FILES, other_names=lambda name: [name.replace("txt", "text")])

    assert tree(tmp_path) == before
    assert [one.name for one in raised.value.obstacles] == [name]
    assert f"มีอยู่แล้ว: {name} (" in raised.value.text.th
    assert all(f"จะเขียน: {one}\n" in raised.value.text.th for one in FILES)


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "site").write_text("mine")

    with pytest.raises(OccupiedError, match="is not a folder"):
        add_files(tmp_path / "site", FILES)

    assert (tmp_path / "site").read_text() == "mine"


def test_a_file_that_may_be_replaced_is(tmp_path):
    (tmp_path / "a.txt").write_text("ours, older")

    written = add_files(tmp_path, FILES, replaceable=lambda old: old.startswith(b"ours"))

    assert "a.txt" in written
    assert tree(tmp_path) == {**FILES, "deep": None, "deep/er": None}


@pytest.mark.parametrize("stop", [OSError(28, "disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_failure_in_the_middle_leaves_all_as_it_was(tmp_path, monkeypatch, stop, at):
    (tmp_path / "a.txt").write_text("ours, older")
    before = tree(tmp_path)
    renamed, calls = Path.rename, []

    def rename(self, target):
        calls.append(target)
        if len(calls) == at:
            raise stop
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", rename)

    with pytest.raises((UnwritableError, KeyboardInterrupt)):
        add_files(tmp_path, FILES, replaceable=lambda old: old.startswith(b"ours"))

    assert tree(tmp_path) == before


def test_a_file_that_somebody_writes_meanwhile_stays(tmp_path, monkeypatch):
    renamed = Path.rename

    def rename(self, target):
        (tmp_path / "deep/er/b.txt").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "deep/er/b.txt").write_text("theirs")
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", rename)

    with pytest.raises(UnwritableError):
        add_files(tmp_path, FILES)

    assert tree(tmp_path) == {"deep/er/b.txt": b"theirs", "deep": None, "deep/er": None}


def test_a_full_disk_leaves_no_half_of_a_new_folder(tmp_path, monkeypatch):
    def write(self, content):
        raise OSError(28, "disk full")

    monkeypatch.setattr(Path, "write_bytes", write)

    with pytest.raises(UnwritableError, match="disk full"):
        add_files(tmp_path / "site", FILES)

    assert list(tmp_path.iterdir()) == []
