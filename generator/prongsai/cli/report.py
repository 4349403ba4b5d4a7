"""prongsai report"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.atomic import write_file
from prongsai.cli.options import (
    FileThereError,
    content_option,
    content_path,
    lang_option,
    say,
    year_argument,
)
from prongsai.content import load_site
from prongsai.models.site import Site
from prongsai.pages import report_page
from prongsai.problems import ProngsaiError, Text
from prongsai.reports.document import Report
from prongsai.reports.files import KINDS, handed_in, render

_FORMS = ("md", "pdf", "docx")


@click.command("report")
@click.argument("kind", type=click.Choice(KINDS))
@year_argument(required=True)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(_FORMS),
    help="รูปแบบไฟล์ ปกติตามนามสกุลของ -o หรือ pdf / A page in Markdown, a PDF to sign and file, or a Word file to "
    "finish (default: as -o ends, or pdf).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    help="ชื่อไฟล์ผลลัพธ์ ถ้าเป็น - คือส่งออกทางหน้าจอ / A file; - means stdout (default: KIND-YEAR.FORMAT).",
)
@click.option(
    "--memo/--cover",
    default=None,
    help="บันทึกข้อความ หรือรายงานที่มีปก / As a memorandum, or with a cover (default: as the content has it).",
)
@click.option(
    "--template",
    type=click.Path(dir_okay=False, path_type=Path),
    help="แม่แบบ Word ของหน่วยงาน / The agency's own Word template.",
)
@content_option
@lang_option
def command(
    kind: str,
    year: int,
    output_format: str | None,
    output: Path | None,
    memo: bool | None,
    template: Path | None,
    content_dir: str | None,
) -> None:
    """เขียนรายงานประจำปีหนึ่งฉบับ / Write one yearly report: analysis, measures or progress."""
    form = _form_of(output, output_format)
    _refuse_unused(form, memo, template)
    site = load_site(content_path(content_dir))
    report = _report(site, kind, year)
    _refuse_to_harm(output, template, content_path(content_dir))
    content = _content(site, report, form, memo, template)
    if output == Path("-"):
        _to_stdout(content)
        return
    target = output or _free(Path(f"{kind}-{year}.{form}"))
    write_file(target, content)
    say(Text(f"เขียนรายงานแล้ว: {target}", f"report written: {target}"))


def _form_of(output: Path | None, asked: str | None) -> str:
    """Return the form that is asked for, or that the name of the file ends in, or a PDF.

    Raises FormError where the name ends in another: Word does not open a PDF called .docx or .doc.
    """
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    form = asked or suffix or "pdf"
    if output and (form not in _FORMS or (suffix in _FORMS and suffix != form)):
        raise FormError(output, asked)
    return form


class FormError(ProngsaiError):
    """The name of a file ends in another form than the one that is asked for, or in none we write."""

    def __init__(self, output: Path, asked: str | None) -> None:
        if asked:
            wrong = Text(
                f"{output}: นามสกุลไม่ตรงกับ --format {asked} ให้แก้อย่างใดอย่างหนึ่ง",
                f"{output}: its ending is not that of --format {asked}; change one of the two",
            )
        else:
            named = ", ".join(str(output.with_suffix(f".{form}")) for form in ("docx", "pdf"))
            wrong = Text(
                f"{output}: เขียนไฟล์นามสกุลนี้ไม่ได้ ให้ตั้งชื่อเป็น {named}",
                f"{output}: files of this ending cannot be written; name it {named}",
            )
        super().__init__(wrong)


def _refuse_to_harm(output: Path | None, template: Path | None, content: Path) -> None:
    """Refuse to put a report in place of what it is made from."""
    if output is None or output == Path("-"):
        return
    target = output.resolve()
    if (template and target == template.resolve()) or target.is_relative_to(content.resolve()):
        raise SourceInTheWayError(output)


class SourceInTheWayError(ProngsaiError):
    """A report would take the place of its own template or content."""

    def __init__(self, output: Path) -> None:
        super().__init__(
            Text(
                f"{output}: เป็นแม่แบบหรืออยู่ในโฟลเดอร์ content จึงไม่เขียนทับ ให้ตั้งชื่ออื่นนอกโฟลเดอร์นั้น",
                f"{output}: is the template or lies in the content folder and is not replaced; name a file elsewhere",
            )
        )


def _to_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise ProngsaiError(
            Text(
                f"เขียนออกทางหน้าจอไม่ได้ ({error.strerror})",
                f"cannot write to stdout ({error.strerror})",
            )
        ) from error


def _refuse_unused(form: str, memo: bool | None, template: Path | None) -> None:
    """Refuse an option that would change nothing: whoever gave it believes that it did."""
    if form == "md" and memo is not None:
        raise UnusedOptionError("--memo, --cover", "pdf, docx", form)
    if form != "docx" and template is not None:
        raise UnusedOptionError("--template", "docx", form)


class UnusedOptionError(ProngsaiError):
    """An option was given that the form of the report has no use for."""

    def __init__(self, option: str, forms: str, form: str) -> None:
        super().__init__(
            Text(
                f"{option} ใช้กับ --format {forms} เท่านั้น ไม่มีผลกับ {form}",
                f"{option} goes with --format {forms} only, and changes nothing in {form}",
            )
        )


def _report(site: Site, kind: str, year: int) -> Report:
    for report in handed_in(site):
        if (report.kind, report.fiscal_year) == (kind, year):
            return report
    raise NoReportError(site, kind, year)


def _content(
    site: Site, report: Report, output_format: str, memo: bool | None, template: Path | None
) -> bytes:
    if output_format == "md":
        return report_page(site, report).markdown.encode("utf-8")
    return render(site, report, output_format, memo=memo, template=template)


def _free(target: Path) -> Path:
    """Return the path where nothing stands: a file there may have been finished by hand."""
    if target.exists():
        raise FileThereError(target)
    return target


class NoReportError(ProngsaiError):
    """The content has not what a report is made of."""

    def __init__(self, site: Site, kind: str, year: int) -> None:
        file = f"{year}/{'result' if kind == 'analysis' else 'measures'}.yml"
        lacks = Text("ไม่มีไฟล์นี้", "is not there")
        if kind == "analysis" and site.result(year):
            lacks = Text(
                "ไม่มีคะแนนรายตัวชี้วัดและบทวิเคราะห์", "has neither scores of indicators nor an analysis"
            )
        elif kind != "analysis" and site.measures(year):
            lacks = Text("ยังไม่มีรายการใต้ measures:", "has no entry under measures:")
        known = ", ".join(str(one.fiscal_year) for one in handed_in(site) if one.kind == kind)
        cure = Text("เพิ่มข้อมูลในไฟล์นั้น", "add it")
        if known:
            cure = Text(f"{cure.th} ปีที่ทำได้: {known}", f"{cure.en}; years with enough: {known}")
        super().__init__(
            Text(
                f"ทำรายงาน {kind} ของปี {year} ไม่ได้: {file} {lacks.th}\n    วิธีแก้: {cure.th}",
                f"no {kind} report of FY{year}: {file} {lacks.en}\n    hint: {cure.en}",
            )
        )
