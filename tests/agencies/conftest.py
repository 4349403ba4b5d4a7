"""The agencies of the five documents that this system is built for, as content.

One folder per agency, with its own mkdocs.yml. The content of this repository is the fifth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from prongsai.content import load_site
from prongsai.models.site import Site
from prongsai.pages import report_page
from prongsai.printing import print_reports
from prongsai.reports.files import ReportFile, handed_in

HERE = Path(__file__).parent


@cache
def _load(slug: str) -> Site:
    return load_site(HERE / slug / "content", f"{slug}/content")


@pytest.fixture(scope="session")
def agency(samruean: Site) -> Callable[[str], Site]:
    """A function that returns the site of an agency by the name of its folder."""
    return lambda slug: samruean if slug == "samruean" else _load(slug)


@pytest.fixture(scope="session")
def printed_reports(agency: Callable[[str], Site]) -> Callable[[str], dict[str, ReportFile]]:
    """A function from an agency to its report files by address."""

    @cache
    def print_all(slug: str) -> dict[str, ReportFile]:
        printed = print_reports(agency(slug))
        assert printed.errors == ()
        return {file.url: file for file in printed.files}

    return print_all


@pytest.fixture(scope="session")
def report_texts(
    agency: Callable[[str], Site], printed_reports: Callable[[str], dict[str, ReportFile]]
) -> Callable[[str], dict[str, str]]:
    """A function from an agency to all that its reports say: as `page`, `pdf` and `docx`."""

    @cache
    def read(slug: str) -> dict[str, str]:
        files = printed_reports(slug).values()
        site = agency(slug)
        return {
            "page": " ".join(
                _page(report_page(site, report).markdown) for report in handed_in(site)
            ),
            "pdf": " ".join(_pdf(file.content) for file in files if file.format == "pdf"),
            "docx": " ".join(_docx(file.content) for file in files if file.format == "docx"),
        }

    return read


def _page(markdown: str) -> str:
    """Return the words of a page; cells apart, so that none runs into the next."""
    return unescape(re.sub(r"<[^>]+>", " ", markdown)).replace("\\", "")


def _pdf(content: bytes) -> str:
    """Return the words between the running heads and feet, where a paragraph goes on."""
    document = pypdfium2.PdfDocument(content)
    told = [
        page.get_textpage().get_text_bounded(bottom=_MARGIN, top=page.get_height() - _MARGIN)
        for page in document
    ]
    document.close()
    return re.sub(
        r"ข้อความที่มีเส้นตั้งด้านซ้าย\s*ระบบเรียบเรียง.*?บันทึกไว้", "", " ".join(told), flags=re.DOTALL
    )


_MARGIN = 56.5
"""The margins of a page above and below: 2 cm in points, less what rounding takes."""


def _docx(content: bytes) -> str:
    body = Document(BytesIO(content)).element.body
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )
