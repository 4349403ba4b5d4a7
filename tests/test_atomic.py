"""Files and folders are there whole or not at all, and nothing of somebody else is touched."""

from __future__ import annotations

import os
import threading

import pytest

from prongsai.atomic import (
    ForeignFolderError,
    UnwritableError,
    new_folder,
    write_file,
    write_files,
)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def fill(target, text):
    with new_folder(target, "marker") as folder:
        (folder / "marker").write_text(text)


def test_a_file_is_written_with_its_line_ends(tmp_path):
    write_file(tmp_path / "new/result.csv", "ก\r\nข\n")

    assert (tmp_path / "new/result.csv").read_bytes() == "ก\r\nข\n".encode()
    assert names_in(tmp_path / "new") == ["result.csv"]


@pytest.mark.skipif(os.name == "nt", reason="this system has no such rights")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_a_file_that_is_replaced_may_be_read_and_written_by_whom_it_was(mode, tmp_path):
    write_file(tmp_path / "new.yml", "first")
    (tmp_path / "agency.yml").write_text("earlier")
    (tmp_path / "agency.yml").chmod(mode)

    write_file(tmp_path / "agency.yml", "later")
    write_files({tmp_path / "agency.yml": "last"})

    assert (tmp_path / "agency.yml").read_text() == "last"
    assert (tmp_path / "agency.yml").stat().st_mode & 0o777 == mode
    assert (tmp_path / "new.yml").stat().st_mode & 0o777 == 0o644


def test_a_file_that_cannot_be_written_leaves_the_earlier_one(tmp_path):
    path = tmp_path / "result.csv"
    write_file(path, "earlier")

    with pytest.raises(UnicodeEncodeError):
        write_file(path, "later \ud800")

    assert path.read_text() == "earlier"
    assert names_in(tmp_path) == ["result.csv"]


def test_a_place_where_no_file_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("a file, not a folder")

    with pytest.raises(UnwritableError, match="cannot be written"):
        write_file(tmp_path / "file/result.csv", "text")


def test_a_folder_takes_its_place_whole(tmp_path):
    fill(tmp_path / "deep/site", "new")

    assert (tmp_path / "deep/site/marker").read_text() == "new"
    assert names_in(tmp_path / "deep") == ["site"]


def test_a_folder_can_be_read_by_a_web_server(tmp_path):
    fill(tmp_path / "site", "new")

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_folder_of_ours_is_replaced_with_all_it_held(tmp_path):
    fill(tmp_path / "site", "old")
    (tmp_path / "site/stale.html").write_text("a page of last year")

    fill(tmp_path / "site", "new")

    assert names_in(tmp_path / "site") == ["marker"]
    assert names_in(tmp_path) == ["site"]


def test_an_error_leaves_the_earlier_folder_and_nothing_beside_it(tmp_path):
    fill(tmp_path / "site", "old")

    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "site", "marker") as folder:
        (folder / "marker").write_text(str(1 / 0))

    assert (tmp_path / "site/marker").read_text() == "old"
    assert names_in(tmp_path) == ["site"]


def test_the_earlier_folder_comes_back_if_the_new_one_cannot_take_its_place(tmp_path):
    fill(tmp_path / "site", "old")

    with pytest.raises(UnwritableError), new_folder(tmp_path / "site", "marker") as folder:
        folder.rmdir()

    assert (tmp_path / "site/marker").read_text() == "old"
    assert names_in(tmp_path) == ["site"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "site").mkdir()

    fill(tmp_path / "site", "new")

    assert names_in(tmp_path / "site") == ["marker"]


def test_a_folder_of_somebody_else_is_refused_before_anything_is_done(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/wedding.jpg").write_text("dear")

    with pytest.raises(ForeignFolderError, match="photos"):
        fill(tmp_path / "photos", "new")

    assert names_in(tmp_path / "photos") == ["wedding.jpg"]
    assert names_in(tmp_path) == ["photos"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "site").write_text("a letter")

    with pytest.raises(ForeignFolderError):
        fill(tmp_path / "site", "new")

    assert (tmp_path / "site").read_text() == "a letter"


def test_a_place_where_no_folder_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("a file, not a folder")

    with pytest.raises(UnwritableError):
        fill(tmp_path / "file/site", "new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    write_file(pipe, "ก")
    reader.join(5)

    assert read == ["ก".encode()]
    assert pipe.is_fifo()


def test_a_name_as_long_as_the_system_takes_can_be_written(tmp_path):
    path = tmp_path / f"{'a' * 251}.txt"

    write_file(path, "ก")

    assert path.read_text(encoding="utf-8") == "ก"


def test_several_files_are_written_together(tmp_path):
    write_files({tmp_path / "a.yml": "ก", tmp_path / "new/b.yml": "ข"})

    assert (tmp_path / "a.yml").read_text() == "ก"
    assert (tmp_path / "new/b.yml").read_text() == "ข"
    assert names_in(tmp_path) == ["a.yml", "new"]


def test_of_several_files_none_is_written_when_the_second_cannot_be_put(tmp_path):
    write_file(tmp_path / "a.yml", "earlier")
    (tmp_path / "c.yml").mkdir()

    with pytest.raises(UnwritableError, match=r"c\.yml"):
        write_files(
            {tmp_path / "a.yml": "later", tmp_path / "b.yml": "new", tmp_path / "c.yml": "x"}
        )

    assert (tmp_path / "a.yml").read_text() == "earlier"
    assert names_in(tmp_path) == ["a.yml", "c.yml"]
