"""An error while `prongsai serve` runs: the server goes on, and says what the pages are."""

from __future__ import annotations

import logging

import pytest
from mkdocs.exceptions import Abort

from prongsai.plugin.serving import keeping_pages
from prongsai.problems import Lang


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "index.html"
    path.write_text("ก", encoding="utf-8")
    return path


def stopped():
    raise Abort("an error of the content")


def test_an_error_before_the_folder_is_cleared_leaves_the_last_good_build(home, caplog):
    caplog.set_level(logging.INFO)

    keeping_pages(stopped, home, Lang.TH)()

    assert "ของครั้งก่อนที่สร้างสำเร็จ" in caplog.text


def test_an_error_after_the_front_page_was_written_anew_is_told_as_half_a_site(home, caplog):
    caplog.set_level(logging.INFO)

    def half():
        home.unlink()
        home.write_text("ข", encoding="utf-8")
        stopped()

    keeping_pages(half, home, Lang.EN)()

    assert "may be incomplete" in caplog.text
    assert "last good build" not in caplog.text


def test_without_a_page_to_show_the_server_stops(home):
    def cleared():
        home.unlink()
        stopped()

    with pytest.raises(Abort):
        keeping_pages(cleared, home, Lang.TH)()
