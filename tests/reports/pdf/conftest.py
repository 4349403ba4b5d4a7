"""The reports of the real content, what they say, and the readers that PDFs must read back in."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pdfplumber
import pypdf
import pypdfium2
import pytest
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from prongsai.models.agency import Digits
from prongsai.reports import build_reports
from prongsai.reports.document import (
    BarChart,
    Bullets,
    Issuer,
    Notice,
    Paragraph,
    Report,
    Section,
    Table,
)
from prongsai.reports.paper.blocks import plain
from prongsai.reports.paper.lettering import shown
from prongsai.reports.paper.sheets import COMPOSED
from prongsai.reports.pdf import to_pdf


def pdftotext(pdf):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")


def by_pypdf(pdf):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def by_pdfminer(pdf):
    """In the order of the file; pdfminer's own order puts lines of neighbouring cells together."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    texts = []
    for page in PDFPage.get_pages(io.BytesIO(pdf)):
        interpreter.process_page(page)
        found = (one for one in device.get_result() if isinstance(one, LTChar))
        texts.append("".join(one.get_text() for one in found))
    return texts


def by_pdfplumber(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return ["".join(one["text"] for one in page.chars) for page in opened.pages]


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        texts.append(page.get_textpage().get_text_range())
    document.close()
    return texts


READERS = {
    "pdftotext": pdftotext,
    "pypdf": by_pypdf,
    "pdfminer": by_pdfminer,
    "pdfplumber": by_pdfplumber,
    "pdfium": by_pdfium,
}


def squeezed(text):
    """The text without spaces and line breaks: readers differ in these."""
    return re.sub(r"\s", "", text)


def texts_of(block):
    """Yield each paragraph, title, line, label and line of a cell."""
    match block:
        case Paragraph():
            yield plain(block.line)
        case Bullets():
            yield from map(plain, block.lines)
        case Notice():
            yield block.title
            yield from map(plain, block.lines)
        case BarChart():
            yield block.title
            yield from (text for bar in block.bars for text in (bar.label, bar.shown))
        case Table():
            yield from (column.title for column in block.columns)
            for cell in (cell for row in block.rows for cell in row):
                yield from map(plain, cell.lines)
                yield from (point for points in cell.points for point in points)


def said(report):
    """All texts of a report as they are to be printed, but for titles of what is only pointed at."""
    yield report.issuer.name
    yield from report.issuer.place.split()
    for block in report.lead:
        yield from texts_of(block)
    for section in report.sections:
        folded = all(isinstance(block, Notice) and block.folded for block in section.blocks)
        if not (section.blocks and folded):
            yield section.title
        for block in section.blocks:
            yield from texts_of(block)


@pytest.fixture(scope="session")
def reports(samruean):
    """The reports of the real content by kind, the newest of each."""
    return {report.kind: report for report in reversed(list(build_reports(samruean)))}


@pytest.fixture(scope="session")
def pdfs(reports):
    """The same reports as PDF."""
    return {kind: to_pdf(report) for kind, report in reports.items()}


@pytest.fixture(scope="session")
def readable(reports):
    """A function from a report and a reader to the PDF's text without running heads and feet."""

    def read(report, reader, pdf):
        head, foot = squeezed(shown(report.title)), squeezed(report.issuer.short_name)
        text = ""
        for page in READERS[reader](pdf):
            page = re.sub(f"{re.escape(foot)}หน้า[0-9๐-๙]+", "", squeezed(page).replace(NOTE, ""))
            text += page.removeprefix(head)
        return text

    return read


NOTE = squeezed(COMPOSED)


@pytest.fixture
def made():
    """A function that makes a report of blocks, issued by an agency of no renown."""

    def make(*blocks, lead=(), digits=Digits.THAI, **fields):
        issuer = Issuer("เทศบาลตำบลโป่งน้ำร้อน", "ทต.โป่งน้ำร้อน", "อำเภอโป่งน้ำร้อน จังหวัดจันทบุรี")
        values = {
            "kind": "measures",
            "fiscal_year": 2569,
            "title": "รายงานทดสอบ ปีงบประมาณ พ.ศ. ๒๕๖๙",
            "lead": tuple(lead),
            "sections": (Section("part", "หัวข้อ", blocks),),
            "digits": digits,
            "issuer": issuer,
        }
        return Report(**(values | fields))

    return make


@pytest.fixture(name="said", scope="session")
def said_by():
    """The function from a report to its texts."""
    return said


@pytest.fixture(scope="session")
def lines_of():
    """A function from a PDF to its lines of text."""
    return lambda pdf: [
        one.strip() for page in by_pdfium(pdf) for one in page.splitlines() if one.strip()
    ]


@pytest.fixture(scope="session")
def on_paper():
    """A function from a PDF to the characters that lie on its pages: what runs off is not read."""

    def read(pdf):
        with pdfplumber.open(io.BytesIO(pdf)) as opened:
            return "".join(
                one["text"]
                for page in opened.pages
                for one in page.chars
                if 0 <= one["x0"] <= one["x1"] <= page.width
                and 0 <= one["top"] <= one["bottom"] <= page.height
            )

    return read
