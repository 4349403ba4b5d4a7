"""The navigation: pages in sections, each section led by its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.pages.page import Page

Nav = list[dict[str, "str | Nav"]]
"""As mkdocs.yml writes it: title to Markdown path, or title to a list of the same."""

_SECTIONS = (("oit", "ข้อมูลสาธารณะ (OIT)"), ("ita", "ผลการประเมิน (ITA)"))


def navigation(pages: Iterable[Page], others: Iterable[str] = ()) -> Nav:
    """Return the whole navigation; `others` are hand-written pages, by path, and come last."""
    titles = {page.path: page.title for page in pages}
    nav: Nav = [{titles[path]: path} for path in ("index.md",) if path in titles]
    nav += [{name: _section(folder, titles)} for folder, name in _SECTIONS]
    nav += [
        {title: path} for path, title in titles.items() if path.count("/") == 1 and _alone(path)
    ]
    rest = [path for path in sorted(others) if path not in titles]
    return [*nav, *([{"หน้าอื่น": list(rest)}] if rest else [])]  # type: ignore[list-item]


def _alone(path: str) -> bool:
    return path.partition("/")[0] not in dict(_SECTIONS)


def _section(folder: str, titles: dict[str, str]) -> Nav:
    nav: Nav = [{titles[f"{folder}/index.md"]: f"{folder}/index.md"}]
    for year in sorted(set(_years(folder, titles)), reverse=True):
        lead = f"{folder}/{year}/index.md"
        below = [path for path in titles if path.startswith(f"{folder}/{year}/") and path != lead]
        nav.append({titles[lead]: [{titles[lead]: lead}, *({titles[p]: p} for p in below)]})
    return nav


def _years(folder: str, titles: dict[str, str]) -> Iterator[str]:
    return (
        path.split("/")[1]
        for path in titles
        if path.startswith(f"{folder}/") and path.count("/") == 2
    )
