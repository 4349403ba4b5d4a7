"""What a rendered Word file still needs: widths, landscape pages, page digits, properties."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Row, CT_Tc
from docx.section import Section
from docx.shared import Emu, Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from prongsai import thai
from prongsai.models.agency import Digits
from prongsai.repacking import repacked
from prongsai.reports.document import Report
from prongsai.reports.document import Table as TableBlock
from prongsai.reports.docx_tags import writable
from prongsai.reports.docx_widths import height, widths

STAYS_WITH_NEXT = {"Heading 1", "Heading 2", "Heading 3", "Caption"}
STAYS_WITH_PREVIOUS = {"ช่องว่าง", "หมายเหตุ", "Closing", "Signature"}

_SURELY_ON_A_PAGE = 10
"""How many lines a row may have to fit below the heading of a table on a landscape page."""
_UPRIGHT_COLUMNS = 5
"""A table with more columns stands on landscape pages."""
_NEARLY_EMPTY = 600
"""A page with fewer characters than this before a wide table turns with the table."""
_LONGEST_PROPERTY = 255
_PAGE_DIGITS = {Digits.THAI: "thaiNumbers", Digits.ARABIC: "decimal"}
_AFTER_PAGE_NUMBERS = (
    *("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection"),
    *("w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
)


def character_styles(document: WordFile) -> dict[str, str]:
    """Return the ids of the character styles by name."""
    found = (s for s in document.styles if s.type == WD_STYLE_TYPE.CHARACTER)
    return {str(style.name): style.style_id for style in found}


def check_pages(document: WordFile) -> None:
    """Raise ValueError for a file without page set-up, which reports are laid out by."""
    if document.element.body.sectPr is None:
        raise ValueError("a file without sections")
    _text_width(document.sections[-1])


def picture(document: WordFile, png: bytes, description: str) -> str:
    """Enter a picture, as wide as the text, and return the run that shows it."""
    width = _text_width(document.sections[-1])
    inline = document.part.new_pic_inline(BytesIO(png), width=width)
    inline.docPr.set("descr", writable(description))
    drawn = etree.tostring(inline, encoding="unicode")
    return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"


def finished(rendered: BytesIO, report: Report, *, is_memo: bool) -> bytes:
    """Return the rendered file, laid out, numbered in the agency's digits, with fixed dates."""
    document = Document(rendered)
    _drop_empty_runs(document)
    _lay_out_tables(document, report)
    for section in document.sections:
        _number_pages(section, report.digits)
    # The first page of a memorandum bears neither running head nor number.
    document.sections[0].different_first_page_header_footer |= is_memo
    _describe(document, report)
    written = BytesIO()
    document.save(written)
    return repacked(written)


def _text_width(section: Section) -> Length:
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        raise ValueError("a section without the size of its page")
    return Emu(page - left - right)


def _drop_empty_runs(document: WordFile) -> None:
    """Remove the runs that docxtpl leaves on both sides of a tag."""
    for run in list(document.element.body.iter(qn("w:r"))):
        inside = [child for child in run if child.tag != qn("w:rPr")]
        if inside and all(child.tag == qn("w:t") and not child.text for child in inside):
            run.getparent().remove(run)


def _lay_out_tables(document: WordFile, report: Report) -> None:
    """Fix the widths of the report's tables, and put wide ones on landscape pages."""
    last = document.element.body.sectPr
    lying = deepcopy(last)
    _turn(Section(lying, document.part))
    blocks = list(document.iter_inner_content())
    heads = _heads(report)
    ours = [isinstance(block, Table) and _head(block) in heads for block in blocks]
    turned = _turned(blocks, ours)
    for block, is_ours, is_turned in zip(blocks, ours, turned, strict=True):
        if is_ours and isinstance(block, Table):
            page = Section(lying if is_turned else last, document.part)
            _share_width(block, _text_width(page))
    for i, (is_turned, is_next_turned) in enumerate(pairwise(turned)):
        if is_turned != is_next_turned:
            _break_after(blocks[i], deepcopy(lying if is_turned else last))
    if turned and turned[-1]:
        document.element.body.replace(last, lying)


def _heads(report: Report) -> set[tuple[str, ...]]:
    """Return the heading rows of the report's tables.

    They tell its tables from those that belong to the template, whatever style an officer gave
    either of them.
    """
    blocks = (*report.lead, *(block for section in report.sections for block in section.blocks))
    tables = (block for block in blocks if isinstance(block, TableBlock))
    return {tuple(writable(column.title) for column in table.columns) for table in tables}


def _head(table: Table) -> tuple[str, ...]:
    rows = table._tbl.tr_lst
    return tuple(_text(cell) for cell in rows[0].tc_lst) if rows else ()


def _turned(blocks: Sequence[Paragraph | Table], ours: Sequence[bool]) -> list[bool]:
    """Say for each block whether it stands on a landscape page."""
    turned = [
        is_ours and isinstance(block, Table) and len(block.columns) > _UPRIGHT_COLUMNS
        for block, is_ours in zip(blocks, ours, strict=True)
    ]
    names = [str(b.style.name) if b.style else "" for b in blocks]
    for i in reversed(range(len(blocks) - 1)):
        turned[i] |= names[i] in STAYS_WITH_NEXT and turned[i + 1]
    for i in range(1, len(blocks)):
        turned[i] |= names[i] in STAYS_WITH_PREVIOUS and turned[i - 1]
        if turned[i] and not turned[i - 1] and (few := _few_words_before(blocks, turned, i)):
            turned[few:i] = [True] * (i - few)
    return turned


def _few_words_before(blocks: Sequence[Paragraph | Table], turned: list[bool], end: int) -> int:
    """Return where the page before a wide table begins, when it would be nearly empty; else 0."""
    length = 0
    for i in reversed(range(end)):
        block = blocks[i]
        if turned[i] or (isinstance(block, Paragraph) and _ends_section(block)):
            return i + 1
        if isinstance(block, Table) or (length := length + len(block.text)) > _NEARLY_EMPTY:
            break
    return 0


def _turn(section: Section) -> None:
    """Turn a section's pages by a quarter, the margins with them."""
    top, right = section.top_margin, section.right_margin
    bottom, left = section.bottom_margin, section.left_margin
    section.page_width, section.page_height = section.page_height, section.page_width
    section.top_margin, section.right_margin = left, top
    section.bottom_margin, section.left_margin = right, bottom
    section.orientation = WD_ORIENT.LANDSCAPE


def _break_after(block: Paragraph | Table, section: CT_SectPr) -> None:
    """End a section with a block, unless the template ends one there."""
    if isinstance(block, Table):
        paragraph = OxmlElement("w:p")
        block._tbl.addnext(paragraph)
        paragraph.set_sectPr(section)
    elif not _ends_section(block):
        block._p.set_sectPr(section)


def _ends_section(block: Paragraph) -> bool:
    return block._p.pPr is not None and block._p.pPr.find(qn("w:sectPr")) is not None


def _share_width(table: Table, width: int) -> None:
    """Fix the widths of a table's columns by what they hold."""
    columns = table._tbl.tblGrid.gridCol_lst
    rows = [row.tc_lst for row in table._tbl.tr_lst]
    if any(len(row) != len(columns) for row in rows):
        return  # a template with merged cells has a layout of its own
    texts = [[_text(cell) for cell in row] for row in rows]
    shared = widths(list(zip(*texts, strict=True)), width)
    table.autofit = False
    for column, share in zip(columns, shared, strict=True):
        column.w = Emu(share)
    for row in rows:
        for cell, share in zip(row, shared, strict=True):
            cell.width = Emu(share)
    for row, told in zip(table._tbl.tr_lst, texts, strict=True):
        if max(map(height, told, shared)) > _SURELY_ON_A_PAGE:
            _let_break(row)


def _let_break(row: CT_Row) -> None:
    """Let a row go on over the page: one that must stay whole and does not fit is cut off by some."""
    for whole in list(row.iter(qn("w:cantSplit"))):
        whole.getparent().remove(whole)


def _text(cell: CT_Tc) -> str:
    return "\n".join(paragraph.text for paragraph in cell.p_lst)


def _number_pages(section: Section, digits: Digits) -> None:
    found = section._sectPr.find(qn("w:pgNumType"))
    if found is None:
        found = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(found, *_AFTER_PAGE_NUMBERS)
    found.set(qn("w:fmt"), _PAGE_DIGITS[digits])


def _describe(document: WordFile, report: Report) -> None:
    """Fill in the file's properties; its dates are the day of the report, or the year's first."""
    first = report.day or thai.fiscal_year_span(report.fiscal_year).start
    day = datetime.combine(first, time())
    properties = document.core_properties
    properties.title = writable(report.title)[:_LONGEST_PROPERTY]
    properties.author = writable(report.issuer.name)[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.author
    properties.language = "th-TH"
    properties.created = properties.modified = day
    properties.revision = 1
