"""Reports as Word files that an officer finishes by hand, made from a template edited in Word.

This module reads a file, the template; nothing else under reports/ does.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from prongsai.problems import NO_TEXT, ProngsaiError, Text, did_you_mean
from prongsai.reports.document import BarChart, Report
from prongsai.reports.docx_tags import FIELDS, TAGS, Values, Writer

_SHIPPED = "report/report.docx"
_CONTENT = "เนื้อหา"
_SHOWN = 200
"""How many characters of a template are shown around an error."""
_NO_FIELD = re.compile(r"has no attribute '([^']+)'")


class ReportTemplateError(ProngsaiError):
    """A Word template cannot be used: no file, no Word file, or tags that mean nothing."""

    def __init__(self, name: str, what: Text, hint: Text) -> None:
        super().__init__(
            Text(
                f"แม่แบบรายงาน {name}: {what.th}\n    วิธีแก้: {hint.th}",
                f"report template {name}: {what.en}\n    hint: {hint.en}",
            )
        )


def to_docx(
    report: Report,
    *,
    memo: bool = False,
    template: Path | None = None,
    chart_png: Callable[[BarChart], bytes] | None = None,
    address: Callable[[str], str] | None = None,
) -> bytes:
    """Return the report as a Word file; the same report and template give the same bytes.

    With `memo`, the report begins with the head of a memorandum and has no cover.
    `template` replaces the one we ship. `chart_png` draws a chart. `address` leads from the path
    of a page (`oit/2568/o8.md`) to its web address; without it, links are plain words.
    """
    from docxtpl import DocxTemplate

    from prongsai.reports import docx_finish

    name = template.name if template else _SHIPPED
    document = _opened(DocxTemplate, _read(template), name)

    def relation(page: str) -> str:
        return str(document.build_url_id(address(page))) if address else ""

    def picture(chart: BarChart) -> str:
        if chart_png is None:
            return ""
        return docx_finish.picture(document.docx, chart_png(chart), chart.description)

    head = report.memo_head if memo else None
    style = docx_finish.character_styles(document.docx).get
    writer = Writer(report.digits, relation, picture, style)
    _render(document, writer.values(report, head), name)
    rendered = BytesIO()
    document.docx.save(rendered)
    return docx_finish.finished(rendered, report, is_memo=head is not None)


def _read(template: Path | None) -> bytes:
    if template is None:
        return (files("prongsai_theme") / _SHIPPED).read_bytes()
    try:
        return template.read_bytes()
    except OSError as error:
        raise ReportTemplateError(
            template.as_posix(),
            Text("เปิดไฟล์ไม่ได้", "the file cannot be opened"),
            Text(
                "ตรวจชื่อและที่อยู่ไฟล์ และปิดไฟล์ใน Word ก่อน",
                "check the name and folder of the file, and close it in Word",
            ),
        ) from error


def _opened(opener: Callable[[BytesIO], Any], content: bytes, name: str) -> Any:
    """Return the template, opened; anything but a Word file is told so."""
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    from prongsai.reports.docx_finish import check_pages

    document = opener(BytesIO(content))
    try:
        document.init_docx()
        check_pages(document.docx)
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        XMLSyntaxError,
        KeyError,
        ValueError,
    ) as error:
        raise ReportTemplateError(
            name,
            Text("ไม่ใช่ไฟล์ Word (.docx) หรือไฟล์เสีย", "not a Word file (.docx), or damaged"),
            Text(
                "เปิดใน Word แล้วบันทึกเป็น .docx อีกครั้ง หรือเริ่มใหม่จากแม่แบบที่มากับโปรแกรม",
                "save it from Word as .docx again, or begin with the template that came with prongsai",
            ),
        ) from error
    return document


def _render(document: Any, values: Values, name: str) -> None:
    """Fill the template in. What goes wrong in it is the template's fault, and is told as that."""
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.sandbox import SandboxedEnvironment
    from lxml.etree import XMLSyntaxError

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        _refuse_broken_xml(document)
        document.render(values, environment, autoescape=True)
        used = document.get_undeclared_template_variables(environment)
    except UndefinedError as error:
        used = document.get_undeclared_template_variables(environment)
        if unknown := sorted(used - set(TAGS)):
            raise _unknown(name, unknown, list(TAGS)) from error
        found = _NO_FIELD.search(str(error))
        fields = sorted({field for group in FIELDS.values() for field in group})
        raise _unknown(name, [found[1] if found else str(error)], fields) from error
    except TemplateSyntaxError as error:
        raise _wrong(name, error.message or "", error) from error
    except XMLSyntaxError as error:
        raise _misplaced(name) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise _wrong(name, str(error), error) from error
    if _CONTENT not in used:
        raise _empty(name)


def _refuse_broken_xml(document: Any) -> None:
    """Have docxtpl stop at XML that its tags have broken: it drops what it cannot read."""
    from lxml import etree

    build = document.build_xml

    def strict(*given: Any) -> str:
        made: str = build(*given)
        body = etree.fromstring(made)
        if body.xpath("//w:t[*]", namespaces=body.nsmap):
            raise etree.XMLSyntaxError("a run inside the text of a run", 0, 0, 0)
        return made

    document.build_xml = strict


def _empty(name: str) -> ReportTemplateError:
    return ReportTemplateError(
        name,
        Text(f"ไม่มีแท็ก {_CONTENT} รายงานจะว่างเปล่า", f"no tag {_CONTENT}: reports would be empty"),
        Text(
            "คัดลอกส่วนเนื้อหาจากแม่แบบที่มากับโปรแกรม",
            "copy the part with the content from the template that came with prongsai",
        ),
    )


def _unknown(name: str, tags: list[str], known: list[str]) -> ReportTemplateError:
    listed, there = ", ".join(tags), ", ".join(known)
    near = [hint for tag in tags if "?" in (hint := did_you_mean(tag, known)).en]
    return ReportTemplateError(
        name,
        Text(f"ไม่รู้จักแท็ก {listed}", f"unknown tag {listed}"),
        Text(
            "; ".join([*(hint.th for hint in near), f"แท็กที่มี: {there}"]),
            "; ".join([*(hint.en for hint in near), f"the tags there are: {there}"]),
        ),
    )


def _wrong(name: str, why: str, error: Exception) -> ReportTemplateError:
    lines = [line.strip() for line in getattr(error, "docx_context", ())]
    near = " ".join(filter(None, lines))[:_SHOWN]
    place = Text(f"ใกล้ “{near}” ", f"near “{near}” ") if near else NO_TEXT
    there = ", ".join(TAGS)
    return ReportTemplateError(
        name,
        Text(f"แท็กเขียนไม่ถูกต้อง {place.th}({why})", f"a tag is wrong {place.en}({why})"),
        Text(
            f"if และ for ทุกอันต้องมี endif และ endfor คู่กัน และวงเล็บปีกกาต้องครบ แท็กที่มี: {there}",
            "every if and for needs its endif and endfor, and braces come in pairs; "
            f"the tags there are: {there}",
        ),
    )


def _misplaced(name: str) -> ReportTemplateError:
    return ReportTemplateError(
        name,
        Text(
            "แท็กอยู่ผิดที่ ทำให้เอกสารเสีย",
            "a tag stands where it cannot, and would damage the document",
        ),
        Text(
            "ข้อความของชิ้น บรรทัด และชื่อตาราง ต้องเขียนขึ้นต้นด้วย {{r เช่น {{r ชิ้น.ข้อความ }} "
            "ส่วน {%p อยู่ในย่อหน้าของตนเอง {%tr ในแถวของตนเอง {%tc ในช่องของตนเอง",
            "the text of a piece, a line and a table's name begin with {{r as in {{r ชิ้น.ข้อความ }}; "
            "{%p has a paragraph of its own, {%tr a row, {%tc a cell",
        ),
    )
