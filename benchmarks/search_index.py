"""How much the search loads when it is opened, beside Material's own, and how long a query takes.

Both are built from the very same Markdown: the sample agency as it is shipped, and the same with
tables as long as those of a year of procurement, of a small agency and of a larger one. Queries run in
an installed Chromium.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import prongsai
import prongsai_theme

_PACKAGE = Path(prongsai.__file__).parent
_SCRIPTS = Path(prongsai_theme.__file__).parent / "assets/prongsai/search"
_CONFIG = """\
site_name: ศูนย์ข้อมูลความโปร่งใส
docs_dir: {content}/pages
theme: {{name: prongsai}}
plugins:
  - search: {{tables: {tables}}}
  - prongsai: {{content_dir: {content}}}
markdown_extensions: [attr_list, tables, {{toc: {{permalink: true}}}}]
"""
_ROWS = (300, 600)
_MANY = 2000
_FOUND = [
    "จัดซื้อจัดจ้าง",
    "ของขวัญ",
    "o12",
    "ข้อ 12",
    "๒๕๖๘",
    "e-service",
    "เบอร์โทร",
    "สขร.",
    "ปี 68",
    "ก",
]
_NOT_FOUND = ["แผนจัดซื้อปี68", "นายกชื่ออะไร", "จัดชื้อ", "ฮฮฮฮฮ"]
_TIMED = """([queries, times]) => {
  const pages = Array.from({length: times}, () => index.pages).flat()
    .map((row, place) => new Page(row, place))
  return [pages.length, queries.map((query) => {
    search(pages, query)
    const begun = performance.now()
    for (let round = 0; round < 5; round += 1) search(pages, query)
    return (performance.now() - begun) / 5
  })]
}"""


def main() -> None:
    """Print the sizes of the index with their ratios, and the time of queries."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = _content(folder / "sample")
        print("what the search loads when it is opened, in KB")
        ours = _sizes("the sample agency", folder / "sample", sample)
        for rows in _ROWS:
            long = _content(folder / f"rows-{rows}")
            _lengthen(long, rows)
            _sizes(f"the same with tables of {rows} rows", folder / f"rows-{rows}", long)
        _print_times(ours)


def _content(folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(_PACKAGE / "scaffold/sample", content)
    (content / "pages").mkdir()
    return content


def _lengthen(content: Path, count: int) -> None:
    """Give every table of the sample more rows: cells of its own, with other numbers and words."""
    chance = random.Random(0)
    for path in sorted(content.glob("*/files/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        columns = list(zip(*rows, strict=True))
        words = [word for cell in head for word in cell.split()]
        more = [
            [_other(chance, chance.choice(one), words) for one in columns] for _ in range(count)
        ]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows, *more])


def _other(chance: random.Random, cell: str, words: list[str]) -> str:
    """Return a cell like this one; long numbers stay, lest they become somebody's."""
    if sum(map(str.isdecimal, cell)) > 8:
        return cell
    if re.fullmatch(r"[\d,. ]+", cell):
        return re.sub(r"\d", lambda _: str(chance.randint(1, 9)), cell)
    return f"{cell} {chance.choice(words)}{chance.choice(words)}"


def _sizes(title: str, folder: Path, content: Path) -> Path:
    """Print the sizes for one agency; return the index with tables."""
    plain = folder / "plain"
    _run("prongsai", "generate", str(plain), "--content", str(content))
    _run("mkdocs", "build", "--quiet", "--config-file", str(plain / "mkdocs.yml"))
    stock = plain / "site/search/search_index.json"
    told = {"Material's own": stock}
    for tables in ("true", "false"):
        config = folder / f"tables-{tables}.yml"
        config.write_text(_CONFIG.format(content=content, tables=tables), encoding="utf-8")
        site = folder / f"tables-{tables}"
        _run("mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site))
        told[f"tables: {tables}"] = site / "search/index.js"
    print(f"  {title}, {len(json.loads(_inner(told['tables: true']))['pages'])} pages")
    for name, path in told.items():
        raw, small = _sizes_of(path)
        ratio = small / _sizes_of(stock)[1]
        print(f"    {name:16} {raw / 1000:7.1f} raw {small / 1000:7.1f} gzip  ratio {ratio:5.2f}")
    return told["tables: true"]


def _sizes_of(path: Path) -> tuple[int, int]:
    content = path.read_bytes()
    return len(content), len(gzip.compress(content, 9, mtime=0))


def _inner(index: Path) -> str:
    """Return the JSON that the index hands over."""
    return index.read_text("utf-8").partition("(")[2].removesuffix(")\n")


def _print_times(index: Path) -> None:
    for pages, times in _times(_inner(index)):
        typed, taken = times[: len(_FOUND)], times[len(_FOUND) :]
        print(f"a query in {pages} pages, in ms")
        print(
            f"    found as it is typed      {median(typed):6.2f} (median) {max(typed):6.2f} (most)"
        )
        print(
            f"    taken apart or corrected  {median(taken):6.2f} (median) {max(taken):6.2f} (most)"
        )


def _times(index: str) -> Iterator[tuple[int, list[float]]]:
    chromium = shutil.which("chromium")
    if not chromium:
        print("no Chromium is installed: the time of queries is not measured")
        return
    from playwright.sync_api import sync_playwright  # only here: it comes with [dev] alone

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name in ("fold", "query", "correct", "pages", "readings"):
            page.add_script_tag(content=(_SCRIPTS / f"{name}.js").read_text("utf-8"))
        page.evaluate("(index) => { self.index = JSON.parse(index) }", index)
        count = len(json.loads(index)["pages"])
        for copies in (1, -(-_MANY // count)):
            found: list[Any] = page.evaluate(_TIMED, [[*_FOUND, *_NOT_FOUND], copies])
            yield found[0], found[1]
        browser.close()


def _run(program: str, *arguments: str) -> None:
    command = [sys.executable, "-m", program, *arguments]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
