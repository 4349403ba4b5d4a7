"""Fixtures shared by every test: content written on the spot, the real content, golden files."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from prongsai.content import load_site
from prongsai.models.site import Site

REPO = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"

AGENCY = """\
name: องค์การบริหารส่วนตำบลทดสอบ
short_name: อบต.ทดสอบ
kind: local-government
main_site: https://thotsop.example/
units: {clerk: สำนักปลัด, finance: กองคลัง}
"""

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="prongsai-tests-")
"""What is kept between builds is kept for this run alone; no test finds what another run left."""

# The same examples on every run; `--hypothesis-profile=thorough` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=150)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Rewrite the golden files from what the code does now.",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with tests/golden/<name>, or rewrite it under --update-golden."""

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        expected = path.read_text(encoding="utf-8") if path.exists() else None
        assert actual == expected, f"{path} differs; run pytest --update-golden and review the diff"

    return compare


@pytest.fixture
def content_dir(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes files (name to text or bytes) and returns the content directory.

    An agency.yml is there already; the name `agency.yml` replaces it, and None leaves it out.
    """

    def write(files: dict[str, str | bytes | None]) -> Path:
        for name, text in {"agency.yml": AGENCY, **files}.items():
            if text is None:
                continue
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path / "content"

    return write


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository."""
    return REPO


@pytest.fixture(scope="session")
def samruean() -> Site:
    """The content of this repository: อบต.สามเรือน, FY2567 to FY2569."""
    return load_site(REPO / "content", "content")


@pytest.fixture
def on_a_terminal() -> Callable[..., tuple[str, int]]:
    """A function that runs a command at a real terminal, a line typed at each question (which ends in
    `asked`), and returns what was said and the exit code."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    import select

    def run(
        command: list[str], typed: list[str], folder: Path, asked: bytes = b"): "
    ) -> tuple[str, int]:
        ours, theirs = pty.openpty()
        env = os.environ | {"PRONGSAI_LANG": "th", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        said, lines, until = b"", list(typed), time.monotonic() + 30
        answered = 0
        while time.monotonic() < until:
            if not select.select([ours], [], [], 1)[0]:
                continue
            try:
                said += os.read(ours, 65536)
            except OSError:  # the terminal is closed when the process ends
                break
            while lines and said.count(asked) > answered:
                os.write(ours, f"{lines.pop(0)}\n".encode())
                answered += 1
        process.kill() if process.poll() is None and time.monotonic() >= until else None
        code = process.wait(timeout=10)
        os.close(ours)
        return said.decode("utf-8", "replace"), code

    return run
