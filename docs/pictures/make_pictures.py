"""Take the pictures of the READMEs and of the guide from the sample agency: build its site, serve it, photograph it.

Run it from anywhere: `.venv/bin/python docs/pictures/make_pictures.py`. It needs the `dev` extra, Chromium,
soffice and pdftoppm on PATH, and a Thai font. Pixels depend on both, so pictures are looked at, not compared.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
SAMPLE = ROOT / "generator/prongsai/scaffold/sample"
MAX_BYTES = 200_000


@dataclass(frozen=True)
class Picture:
    """One page at one width, and the file below docs/ that shows it."""

    file: str
    url: str
    width: int
    height: int = 910


# The READMEs show pages side by side, so all are of one height.
PAGES = {
    "home": "",
    "year": "oit/2568/",
    "item": "oit/2568/o19/",
    "results": "ita/2568/",
    "report": "ita/2568/analysis/",
}
PICTURES = (
    *(
        Picture(f"pictures/{name}-{width}.png", url, width)
        for name, url in PAGES.items()
        for width in (1280, 390)
    ),
    Picture("guide/pictures/home.png", "", 1000, 700),
    Picture("guide/pictures/item.png", "oit/2568/o12/", 390, 800),
    Picture("guide/pictures/year.png", "oit/2568/", 1000, 800),
)


def main() -> None:
    chromium = shutil.which("chromium")
    missing = [name for name in ("chromium", "soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        sys.exit(f"not on PATH: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _build(site)
        with _served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium)
            for picture in PICTURES:
                _take(browser, address, picture)
            browser.close()
        _keep("guide/pictures/workbook.png", _workbook(Path(folder)))


def _workbook(folder: Path) -> bytes:
    """The upper part of the sheet of the result of FY2568, as LibreOffice Calc prints it."""
    workbook, printed = folder / "workbook.xlsx", folder / "workbook"
    _prongsai("workbook", "export", str(workbook), "--content", str(SAMPLE), "--year", "2568")
    convert = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run([*convert, str(workbook)], check=True, stdout=subprocess.DEVNULL)
    page = ("-f", "4", "-l", "4", "-singlefile")
    part = ("-r", "110", "-x", "70", "-y", "85", "-W", "1160", "-H", "330")
    pdf = str(printed.with_suffix(".pdf"))
    subprocess.run(["pdftoppm", "-png", *page, *part, pdf, str(printed)], check=True)
    return printed.with_suffix(".png").read_bytes()


def _build(site: Path) -> None:
    _prongsai("build", "--content", str(SAMPLE), "--site-dir", str(site))


def _prongsai(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "prongsai", *arguments], cwd=ROOT, check=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve the folder on a free port of this machine alone, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _take(browser: Browser, address: str, picture: Picture) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="light",
        reduced_motion="reduce",
        locale="th-TH",
    )
    page.goto(address + picture.url, wait_until="networkidle")
    taken = page.screenshot(animations="disabled")
    page.close()
    _keep(picture.file, taken)


def _keep(file: str, taken: bytes) -> None:
    if len(taken) > MAX_BYTES:
        sys.exit(f"{file} has {len(taken)} bytes, more than {MAX_BYTES}")
    target = DOCS / file
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(taken)


if __name__ == "__main__":
    main()
