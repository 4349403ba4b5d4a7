"""Any piece of a page's text is found: held against another reader of the built pages."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import html5lib

from prongsai import thai

_NS = "{http://www.w3.org/1999/xhtml}"
_YEAR = re.compile(r" \(ปี [0-9๐-๙]{4}\)")
_INLINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"}
_UNREAD = {"script", "style", "svg", "template"}


@dataclass(frozen=True)
class ReadPage:
    """A built page, read with another parser than that of the index."""

    text: str
    """In the spelling of comparisons: Arabic digits, small letters, plain spaces."""

    @cached_property
    def variants(self) -> tuple[str, str]:
        """The text, and the same without hyphens in Latin words and commas in numbers."""
        return self.text, bare(self.text)

    def holds(self, term: str) -> bool:
        """Whether a term stands in the text: Latin and digits where a word begins."""
        start = r"\b" if re.match("[a-z0-9]", term) else ""
        pairs = zip(self.variants, (term, bare(term)), strict=True)
        return any(re.search(start + re.escape(one), text, re.ASCII) for text, one in pairs)


def bare(text: str) -> str:
    text = re.sub(
        "(?<=[a-z])[-\u2010-\u2015](?=[a-z0-9])|(?<=[0-9])[-\u2010-\u2015](?=[a-z])", "", text
    )
    return re.sub(r"(?<=\d),(?=\d)", "", text)


def spelt(text: str) -> str:
    return re.sub("[A-Z]", lambda one: one[0].lower(), thai.arabic(thai.normalise(text)))


def read_pages(site: Path) -> dict[str, ReadPage]:
    """Return the pages of a built site by address: what stands in the article, and the title."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        tree = html5lib.parse(path.read_text("utf-8"))
        article = next((one for one in tree.iter(f"{_NS}article")), None)
        if article is None:  # a page that leads on to another
            continue
        url = path.parent.relative_to(site).as_posix().removeprefix(".")
        title, _, _site = next(tree.iter(f"{_NS}title")).text.rpartition(" - ")
        title = _YEAR.sub("", title)  # a result tells it beside the title
        text = spelt(f"{title} {''.join(_text(article))}")
        found[f"{url}/" if url else ""] = ReadPage(text)
    return found


def _text(element):
    if not isinstance(element.tag, str):
        return
    name = element.tag.rpartition("}")[2]
    unread = name in _UNREAD or "headerlink" in element.get("class", "")
    if not unread and element.get("data-search-exclude") is None:
        gap = "" if name in _INLINE else " "
        yield gap + (element.text or "")
        if name == "img":
            yield f" {element.get('alt', '')} "
        for child in element:
            yield from _text(child)
            yield child.tail or ""
        yield gap


def test_any_piece_of_any_page_is_found_there_and_nowhere_else(engine, sample_site):
    pages = read_pages(sample_site)
    pieces = list(pieces_of(pages))
    found = {piece: set(engine(piece, everyday_words=False)) for piece, _ in pieces}
    expected = {piece: holding(pages, piece) for piece, _ in pieces if not is_code_or_year(piece)}

    assert len(found) == 200
    assert len(expected) > 120
    assert [(piece, url) for piece, url in pieces if url not in found[piece]] == []
    assert [(one, found[one] ^ urls) for one, urls in expected.items() if found[one] != urls] == []


def test_everyday_words_hide_no_page_that_holds_what_is_typed(engine, sample_site):
    pages = read_pages(sample_site)
    pieces = [piece for piece, _ in pieces_of(pages) if not is_code_or_year(piece)]

    hidden = {piece: holding(pages, piece) - set(engine(piece)) for piece in pieces}

    assert {piece: urls for piece, urls in hidden.items() if urls} == {}


def pieces_of(pages, count=200):
    """Yield pieces of the pages' texts with the page each is of; no Latin word is cut at its head."""
    chance = random.Random(2568)
    urls = sorted(url for url in pages if pages[url].text)
    seen = set()
    while len(seen) < count:
        url = chance.choice(urls)
        text = pages[url].text
        start, length = chance.randrange(len(text)), chance.randint(3, 16)
        while start and re.match("[a-z0-9_][a-z0-9_]", text[start - 1 : start + 1]):
            start -= 1
        piece = text[start : start + length].strip()
        if len(piece) >= 3 and re.search("[a-z0-9ก-๛]", piece) and piece not in seen:
            seen.add(piece)
            yield piece, url


def is_code_or_year(piece):
    """Whether a piece means an item or a year, which is more than its letters."""
    return re.search(
        r"(?:\bo|โอ|ข้อ(?:ที่)?|oit)[ .-]*\d|\b0\d{1,2}\b|\b(?:25)?\d\d\b|ปี ?\d|ศ\. ?\d|fy ?\d", piece
    )


def holding(pages, piece):
    terms = [term for term in piece.split(" ") if re.search(r"[^\W_]", term)]
    return {url for url, page in pages.items() if all(page.holds(term) for term in terms)}
