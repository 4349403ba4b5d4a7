"""`prongsai serve`, as a process of its own, over HTTP."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 20
"""Seconds to wait for what should take two."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(seen):
    """Wait until `seen` returns something true, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := seen():
            return found
        time.sleep(0.1)
    raise AssertionError(f"not seen within {PATIENCE} seconds")


class Served:
    """A running `prongsai serve` and what it says."""

    def __init__(self, folder, *arguments):
        self.address = f"127.0.0.1:{free_port()}"
        self.log = folder.parent / "serve.log"
        command = [sys.executable, "-m", "prongsai", "serve", "-a", self.address, *arguments]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)

    def page(self, path):
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode("utf-8")
        except URLError:
            return ""

    def total(self):
        found = re.search(r"ps-latest__figure.*?>([๐-๙.]+)<", self.page(""))
        return found and found[1]

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture
def served(project):
    server = Served(project)
    yield server
    server.stop()


def test_an_edit_shows_and_a_broken_file_leaves_the_last_good_page(served, project):
    result = project / "content/2568/result.yml"
    good = result.read_text(encoding="utf-8")
    assert wait_for(served.total) == "๘๓.๐๕"

    result.write_text(good.replace("total: 83.05", "total: 91.25"), encoding="utf-8")
    wait_for(lambda: served.total() == "๙๑.๒๕")

    result.write_text(good.replace("total: 83.05", "total: มาก"), encoding="utf-8")
    wait_for(lambda: "content/2568/result.yml:5: " in served.said())
    assert served.total() == "๙๑.๒๕"

    result.write_text(good.replace("total: 83.05", "total: 92.50"), encoding="utf-8")
    wait_for(lambda: served.total() == "๙๒.๕๐")

    assert served.process.poll() is None


def test_a_port_in_use_is_told_without_a_traceback(project):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = f"127.0.0.1:{other.getsockname()[1]}"

        server = Served(project, "-a", taken, "--lang", "en")

        assert server.process.wait(PATIENCE) == 2
    assert "try --address" in server.said()
    assert "Traceback" not in server.said()


def test_content_that_does_not_load_is_told_and_nothing_is_served(project):
    server = Served(project, "--content", "nowhere")

    assert server.process.wait(PATIENCE) == 2
    assert "ไม่พบโฟลเดอร์นี้" in server.said()
    assert "Traceback" not in server.said()
