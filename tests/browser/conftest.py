"""The example agency's site, built once, served on this machine and shown in a real browser."""

from __future__ import annotations

import gzip
import io
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import prongsai
import prongsai_theme
from prongsai.plugin.run import build

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PACKED = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml"}
MKDOCS_YML = """\
site_name: ศูนย์ข้อมูลความโปร่งใส
docs_dir: {content}/pages
theme: {{name: prongsai}}
plugins:{plugins}
  - search
  - prongsai: {{content_dir: {content}}}
markdown_extensions:
  - attr_list
  - tables
  - toc: {{permalink: true, permalink_title: ลิงก์มาที่หัวข้อนี้}}
"""


@pytest.fixture(scope="session")
def build_content(tmp_path_factory):
    """A function from a content directory to the folder of the site built from it.

    More Markdown extensions and plugins may be named, as lines of mkdocs.yml.
    """

    def build_one(content: Path, extensions: str = "", plugins: str = "") -> Path:
        (content / "pages").mkdir(exist_ok=True)
        folder = tmp_path_factory.mktemp("built")
        settings = MKDOCS_YML.format(content=content, plugins=plugins) + extensions
        (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return build(folder / "mkdocs.yml", site_dir=folder / "site", strict=False).folder

    return build_one


@pytest.fixture(scope="session")
def example_site(build_content, tmp_path_factory):
    """The folder of the example's site, with one page written by hand."""
    content = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(Path(__file__).parents[1] / "pages/example", content)
    by_hand = content / "pages/news.md"
    by_hand.parent.mkdir()
    by_hand.write_text("# ข่าว\n\nที่นี่ที่เดียว [หน้าแรก](index.md)\n", encoding="utf-8")
    return build_content(content)


@pytest.fixture(scope="session")
def sample_site(build_content, tmp_path_factory):
    """The folder of the sample agency's site: every item, result and report there is."""
    content = tmp_path_factory.mktemp("sample") / "content"
    shutil.copytree(Path(prongsai.__file__).parent / "scaffold/sample", content)
    return build_content(content)


class _Quiet(SimpleHTTPRequestHandler):
    """Sends text packed, as the servers of agencies do."""

    def log_message(self, *_):
        pass

    def send_head(self):
        path = Path(self.translate_path(self.path.partition("?")[0]))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if not page.is_file() or page.suffix not in PACKED:
            return super().send_head()
        packed = gzip.compress(page.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(page)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return io.BytesIO(packed)


@pytest.fixture(scope="session")
def served():
    """A function that serves a folder on a free port and returns its address."""
    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser():
    """An installed Chromium, driven by Playwright."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def large_type(browser):
    """The same Chromium of a reader who has set type of twice the size."""
    twice = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    yield twice
    twice.close()


class Searching:
    """A tab in which a person searches."""

    def __init__(self, tab, home: str) -> None:
        self.tab, self.home = tab, home

    def go(self, path: str = "") -> None:
        self.tab.goto(self.home + path)

    def search(self, query: str) -> list[str]:
        """Type a query and return where the results lead, below the site, without their anchors."""
        if self.tab.locator(".ps-search__open").is_visible():
            self.tab.click(".ps-search__open")
        self.tab.fill(".ps-search__input", "")
        self.tab.fill(".ps-search__input", query)
        self.tab.wait_for_function(
            "document.querySelector('.ps-search').dataset.state !== 'empty'", timeout=5000
        )
        return [link.split("#")[0].removeprefix(self.home) for link in self.links()]

    def links(self) -> list[str]:
        return self.tab.eval_on_selector_all(
            ".ps-search__option", "all => all.map(one => one.href)"
        )

    def told(self) -> str:
        return self.tab.locator(".ps-search__count").inner_text()


@pytest.fixture(scope="module")
def searching(browser, served, sample_site):
    """A function from the width of a screen to a Searching on the front page of the sample site."""
    home, contexts = served(sample_site), []

    def on_screen(width: int, **options) -> Searching:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        person = Searching(context.new_page(), home)
        person.go()
        return person

    yield on_screen
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def engine(browser, sample_site):
    """A function from a query to the addresses of all pages found, by the scripts alone.

    Without everyday words, only what stands on the pages is searched.
    """
    folder = Path(prongsai_theme.__file__).parent / "assets/prongsai/search"
    page = browser.new_page()
    for name in ("fold", "query", "correct", "pages", "readings"):
        page.add_script_tag(content=(folder / f"{name}.js").read_text("utf-8"))
    page.evaluate("self.prongsaiSearchIndex = (index) => { self.index = index }")
    page.add_script_tag(content=(sample_site / "search/index.js").read_text("utf-8"))
    page.evaluate("self.full = index.pages.map((row, place) => new Page(row, place))")
    page.evaluate("self.told = index.pages.map((row, place) => new Page(row.with(3, ''), place))")

    def urls(query: str, *, everyday_words: bool = True) -> list[str]:
        pages = "full" if everyday_words else "told"
        return page.evaluate(f"query => search({pages}, query).found.map((p) => p.url)", query)

    yield urls
    page.close()
