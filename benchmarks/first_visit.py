"""What a first visit loads, beside stock Material with the very same pages.

Counted from what comes over the line to a real Chromium, packed as servers pack it. Stock Material
is the site that `prongsai generate` writes, which is served with Material's own theme in Thai.
"""

from __future__ import annotations

import gzip
import io
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PAGES = {"front page": "", "items of a year": "oit/2568/", "item": "oit/2568/o12/"}
KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JS"}
PACKED = {".html", ".css", ".js", ".json"}
AIM = 30_000
"""Bytes of a first visit of an item, at most."""


def main() -> None:
    """Build both sites, visit the pages of each with an empty cache, and print both side by side."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        with _served(_ours(Path(folder))) as ours, _served(_theirs(Path(folder))) as theirs:
            for name, path in PAGES.items():
                _print(name, _visit(chromium, ours + path), _visit(chromium, theirs + path))
        chromium.close()
    print(f"  aim: an item in at most {AIM:,} bytes")


def _print(name: str, ours: Counter[str], theirs: Counter[str]) -> None:
    print(f"first visit of: {name} (bytes over the line)")
    print(f"  {'':6}{'prongsai':>10}{'Material':>10}{'ratio':>8}")
    for kind in (*KINDS.values(), "other"):
        print(
            f"  {kind:6}{ours[kind]:>10,}{theirs[kind]:>10,}{_ratio(ours[kind], theirs[kind]):>8}"
        )
    print(f"  {'all':6}{ours.total():>10,}{theirs.total():>10,}"
          f"{_ratio(ours.total(), theirs.total()):>8}")  # fmt: skip


def _ratio(ours: int, theirs: int) -> str:
    return f"{ours / theirs:.2f}" if theirs else "–"


def _ours(folder: Path) -> Path:
    _run("prongsai", "build", "--site-dir", str(folder / "ours"))
    return folder / "ours"


def _theirs(folder: Path) -> Path:
    _run("prongsai", "generate", str(folder / "plain"))
    config, site = folder / "plain/mkdocs.yml", folder / "theirs"
    _run("mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site))
    return site


def _run(program: str, *arguments: str) -> None:
    command = [sys.executable, "-m", program, *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _visit(chromium: Any, address: str) -> Counter[str]:
    """Return how many bytes of each kind came; a picture that the agency publishes is not counted."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page, done = context.new_page(), []
    page.on("requestfinished", lambda request: done.append(request))
    page.goto(address, wait_until="networkidle")
    came: Counter[str] = Counter()
    for request in (one for one in done if "/files/" not in one.url):
        came[KINDS.get(request.resource_type, "other")] += request.sizes()["responseBodySize"]
    icon = page.locator("link[rel=icon]").first.evaluate("link => link.href")
    if icon not in {request.url for request in done}:  # some browsers without a window ask for none
        came["other"] += len(context.request.get(icon).body())
    context.close()
    return came


class _Packing(SimpleHTTPRequestHandler):
    """A server that packs text."""

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        file = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if not file.is_file() or file.suffix not in PACKED:
            return super().send_head()
        packed = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return io.BytesIO(packed)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main()
