"""The navigation: pages in sections, each section led by its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.pages import escape
from prongsai.pages.page import Page

Nav = list["str | dict[str, str | Nav]"]
"""As mkdocs.yml writes it: a Markdown path, title to path, or title to a list of the same."""

_SECTIONS = (("oit", "ข้อมูลสาธารณะ (OIT)"), ("ita", "ผลการประเมิน (ITA)"))


def navigation(pages: Iterable[Page], others: Iterable[str] = ()) -> Nav:
    """Return the whole navigation; `others` are hand-written pages, by path, and come last.

    Titles are escaped as HTML, because themes print them as they stand.
    """
    titles = {page.path: escape.html(page.title) for page in pages}
    nav: Nav = [{titles["index.md"]: "index.md"}]
    nav += [{name: _section(folder, titles)} for folder, name in _SECTIONS]
    for lead in (path for path in titles if path.count("/") == 1 and _leads_alone(path)):
        inside: Nav = [{title: path} for path, title in titles.items() if _beside(path, lead)]
        nav.append({titles[lead]: inside if len(inside) > 1 else lead})
    rest: Nav = [path for path in sorted(others) if path not in titles]
    return [*nav, {"หน้าอื่น": rest}] if rest else nav


def _leads_alone(path: str) -> bool:
    folder, _, name = path.partition("/")
    return name == "index.md" and folder not in dict(_SECTIONS)


def _beside(path: str, lead: str) -> bool:
    return path.rpartition("/")[0] == lead.rpartition("/")[0]


def _section(folder: str, titles: dict[str, str]) -> Nav:
    nav: Nav = [{titles[f"{folder}/index.md"]: f"{folder}/index.md"}]
    for year in sorted(set(_years(folder, titles)), reverse=True):
        lead = f"{folder}/{year}/index.md"
        pages: Nav = [{titles[lead]: lead}]
        for path, title in titles.items():
            if path.startswith(f"{folder}/{year}/") and path != lead:
                pages.append({title: path})
        nav.append({titles[lead]: pages})
    return nav


def _years(folder: str, titles: dict[str, str]) -> Iterator[str]:
    return (
        path.split("/")[1]
        for path in titles
        if path.startswith(f"{folder}/") and path.count("/") == 2
    )
