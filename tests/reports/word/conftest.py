"""Reports to render as Word files, and what to read in those."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.table import Table

from prongsai.models.agency import Digits
from prongsai.reports.document import Cell, Column, Issuer, Report, Section
from prongsai.reports.document import Table as TableBlock

ISSUER = Issuer("องค์การบริหารส่วนตำบลทดสอบ", "อบต.ทดสอบ", "อำเภอทดสอบ จังหวัดทดสอบ")


@pytest.fixture
def report_of():
    """A function that makes a report of one section out of blocks."""

    def make(*blocks, lead=(), digits=Digits.THAI, memo=None, issuer=ISSUER, title="รายงานทดสอบ"):
        sections = (Section("only", "หัวข้อ", blocks),) if blocks else ()
        return Report("result", 2568, title, lead, sections, digits, issuer, memo=memo)

    return make


@pytest.fixture
def table_of():
    """A function that makes a table of some columns, each cell with one text."""

    def make(columns, *rows, caption="ตาราง"):
        heads = tuple(Column(f"คอลัมน์ {i}") for i in range(1, columns + 1))
        cells = tuple(tuple(Cell(((text,),)) for text in row) for row in rows)
        return TableBlock(caption, heads, cells)

    return make


@pytest.fixture
def opened():
    """A function that opens a Word file given as bytes."""
    return lambda content: Document(BytesIO(content))


@pytest.fixture
def blocks_in():
    """A function that reads what stands in a Word file: style and text, or the cells of tables."""

    def read(document):
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                yield "table", [[cell.text for cell in row.cells] for row in block.rows]
            else:
                yield block.style.name, block.text

    return lambda document: list(read(document))


@pytest.fixture
def xml_of():
    """A function that returns a part of a Word file as text."""

    def read(content, part="word/document.xml"):
        with zipfile.ZipFile(BytesIO(content)) as members:
            return members.read(part).decode("utf-8")

    return read
