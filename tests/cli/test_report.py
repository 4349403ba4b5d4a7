"""prongsai report: one report as a page, a PDF or a Word file, and never a broken one."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from docx import Document

from prongsai.reports import typesetting

THEME = Path(__file__).parents[2] / "theme/prongsai_theme"


def in_pdf(content):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def in_word(content):
    document = Document(io.BytesIO(content))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join(paragraph.text for part in (document, *cells) for paragraph in part.paragraphs)


def edit(project, file, old, new):
    path = project / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("kind", "year"), [("analysis", 2568), ("measures", 2569), ("progress", 2569)]
)
@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-1.7"), ("docx", b"PK"), ("md", b"---\ntitle: ")]
)
def test_each_report_is_written_in_each_form_under_its_own_name(
    project, run, kind, year, form, begins
):
    result = run("report", kind, year, "--format", form)

    assert result.exit_code == 0
    assert result.stderr == f"เขียนรายงานแล้ว: {kind}-{year}.{form}\n"
    assert (project / f"{kind}-{year}.{form}").read_bytes().startswith(begins)


def test_a_report_is_a_pdf_unless_another_form_is_asked_for(project, run):
    run("report", "measures", "๒๕๖๙")

    written = in_pdf((project / "measures-2569.pdf").read_bytes())
    assert "เผยแพร่รายการจัดซื้อจัดจ้างทุกเดือน" in "".join(written.split())


def test_a_file_that_was_finished_by_hand_is_not_replaced(project, run):
    (project / "measures-2569.docx").write_text("แก้แล้ว", encoding="utf-8")

    refused = run("report", "measures", 2569, "--format", "docx")
    named = run("report", "measures", 2569, "--format", "docx", "-o", "other.docx")
    again = run("report", "measures", 2569, "--format", "docx", "-o", "other.docx")

    assert refused.exit_code == 2
    assert "measures-2569.docx: มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ" in refused.stderr
    assert (project / "measures-2569.docx").read_text(encoding="utf-8") == "แก้แล้ว"
    assert (named.exit_code, again.exit_code) == (0, 0)


def test_the_file_may_go_to_the_screen(project, run):
    result = run("report", "measures", 2569, "-o", "-")

    assert result.stdout_bytes.startswith(b"%PDF-1.7")
    assert not list(project.glob("*.pdf"))


@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_a_report_is_a_memorandum_or_has_a_cover_as_asked(project, run, form, read):
    run("report", "progress", 2569, "--format", form, "--memo", "-o", f"memo.{form}")
    run("report", "progress", 2569, "--format", form, "--cover", "-o", f"cover.{form}")

    assert "บันทึกข้อความ" in read((project / f"memo.{form}").read_bytes())
    assert "บันทึกข้อความ" not in read((project / f"cover.{form}").read_bytes())


def test_an_own_template_gives_a_word_file_its_look(project, run):
    template = Document(THEME / "report/report.docx")
    template.paragraphs[0].insert_paragraph_before("แบบของหน่วยงานเอง")
    template.save(project / "own.docx")

    result = run("report", "measures", 2569, "--format", "docx", "--template", "own.docx")

    assert result.exit_code == 0
    assert "แบบของหน่วยงานเอง" in in_word((project / "measures-2569.docx").read_bytes())


def test_a_template_that_is_not_there_is_told_and_nothing_is_written(project, run):
    before = files(project)
    result = run("report", "measures", 2569, "--format", "docx", "--template", "own.docx")

    assert result.exit_code == 2
    assert "own.docx" in result.stderr
    assert files(project) == before


@pytest.mark.parametrize(
    ("kind", "year", "th", "en"),
    [
        (
            "analysis",
            2566,
            "ทำรายงาน analysis ของปี 2566 ไม่ได้: 2566/result.yml ไม่มีไฟล์นี้\n"
            "    วิธีแก้: เพิ่มข้อมูลในไฟล์นั้น ปีที่ทำได้: 2568\n",
            "no analysis report of FY2566: 2566/result.yml is not there\n"
            "    hint: add it; years with enough: 2568\n",
        ),
        (
            "analysis",
            2567,
            "ทำรายงาน analysis ของปี 2567 ไม่ได้: 2567/result.yml ไม่มีคะแนนรายตัวชี้วัดและบทวิเคราะห์\n"
            "    วิธีแก้: เพิ่มข้อมูลในไฟล์นั้น ปีที่ทำได้: 2568\n",
            "no analysis report of FY2567: 2567/result.yml has neither scores of indicators nor an "
            "analysis\n    hint: add it; years with enough: 2568\n",
        ),
        (
            "progress",
            2568,
            "ทำรายงาน progress ของปี 2568 ไม่ได้: 2568/measures.yml ไม่มีไฟล์นี้\n"
            "    วิธีแก้: เพิ่มข้อมูลในไฟล์นั้น ปีที่ทำได้: 2569\n",
            "no progress report of FY2568: 2568/measures.yml is not there\n"
            "    hint: add it; years with enough: 2569\n",
        ),
    ],
)
def test_a_year_without_what_the_report_needs_is_told_with_the_file_to_fill(
    project, run, kind, year, th, en
):
    before = files(project)
    for lang, told in (("th", th), ("en", en)):
        result = run("report", kind, year, "--lang", lang)
        assert (result.exit_code, result.stderr) == (2, told)

    assert files(project) == before


@pytest.mark.parametrize("output", ["content/agency.yml/report.pdf", "content"])
def test_an_output_that_cannot_be_written_is_told(project, run, output):
    before = files(project)
    result = run("report", "measures", 2569, "-o", output)

    assert result.exit_code == 2
    assert output in result.stderr
    assert "Traceback" not in result.output
    assert files(project) == before


@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_names_with_signs_of_typst_word_and_jinja_come_out_as_they_are(project, run, form, read):
    name = r"""อบต. "ก" 'ข' #ค $ง$ \จ {{ ฉ }} {% if %} <b>&amp;</b> @ช *ซ* _ณ_ [ด]"""
    edit(
        project,
        "2569/measures.yml",
        "title: เผยแพร่รายการจัดซื้อจัดจ้างทุกเดือน",
        f"title: |-\n      {name}",
    )

    result = run("report", "measures", 2569, "--format", form)

    assert result.exit_code == 0
    text = read((project / f"measures-2569.{form}").read_bytes())
    assert name.replace(" ", "") in "".join(text.split())


@pytest.mark.parametrize(("form", "read"), [("pdf", in_pdf), ("docx", in_word)])
def test_a_measure_with_ten_thousand_characters_in_a_cell_is_whole(project, run, form, read):
    long = "ตรวจสอบความโปร่งใส" * 560
    edit(project, "2569/measures.yml", "steps: [ยกร่าง]", f"steps: [{long}]")

    result = run("report", "measures", 2569, "--format", form)

    assert len(long) > 10_000
    assert result.exit_code == 0
    text = read((project / f"measures-2569.{form}").read_bytes())
    assert text.replace("\n", "").count("โปร่งใส") >= 560


def test_a_character_without_a_sign_is_told_where_it_stands_and_no_file_is_left(project, run):
    edit(project, "2569/measures.yml", "title: จัดทำคู่มือการให้บริการ", "title: จัดทำคู่มือ 漢")
    before = files(project)

    result = run("report", "measures", 2569)

    assert result.exit_code == 2
    assert (
        "2569/measures.yml: แบบอักษรของรายงาน PDF ไม่มีอักขระ 漢 (U+6F22) ซึ่งอยู่ในข้อความ “จัดทำคู่มือ 漢”"
        in result.stderr
    )
    assert files(project) == before
    assert run("report", "measures", 2569, "--format", "docx").exit_code == 0


def test_a_missing_font_is_told_and_no_file_is_left(project, run, tmp_path, monkeypatch):
    shutil.copytree(THEME / "report", tmp_path / "theme/report")
    (tmp_path / "theme/fonts").mkdir()
    monkeypatch.setattr(typesetting, "files", lambda _: tmp_path / "theme")
    before = files(project)

    result = run("report", "measures", 2569, "--lang", "en")

    assert result.exit_code == 2
    assert "fonts or templates of the theme may be missing, install prongsai again" in result.stderr
    assert files(project) == before


def test_content_that_does_not_load_is_told_as_by_every_command(project, run):
    edit(project, "2569/measures.yml", "progress: done", "progress: เสร็จมั้ง")

    result = run("report", "progress", 2569)

    assert result.exit_code == 2
    assert "content/2569/measures.yml:" in result.stderr


def test_neither_typst_nor_word_is_loaded_for_a_page_or_for_help(project):
    look = "import sys, prongsai.cli.report; sys.exit(bool({'typst', 'docx'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


@pytest.mark.parametrize("measures", ["", "measures: []\n"])
def test_a_plan_without_measures_has_pages_that_say_so_and_no_files(project, run, measures):
    path = project / "content/2569/measures.yml"
    path.write_text(f"fiscal_year: 2569\nresult_year: 2568\n{measures}", encoding="utf-8")

    built, refused = run("build"), run("report", "measures", 2569)

    assert built.exit_code == 0
    for kind in ("measures", "progress"):
        page = (project / f"site/ita/2569/{kind}/index.html").read_text(encoding="utf-8")
        assert "ยังไม่มีมาตรการ" in page
        assert f"{kind}.pdf" not in page
    assert refused.exit_code == 2
    assert "2569/measures.yml ยังไม่มีรายการใต้ measures:" in refused.stderr


@pytest.mark.parametrize(
    ("output", "begins"), [("a.docx", b"PK"), ("a.MD", b"---"), ("a", b"%PDF")]
)
def test_the_form_is_that_which_the_name_of_the_file_ends_in(project, run, output, begins):
    run("report", "measures", 2569, "-o", output)

    assert (project / output).read_bytes().startswith(begins)


def test_a_file_that_its_program_could_not_open_is_not_written(project, run):
    result = run("report", "measures", 2569, "-o", "a.doc")

    assert result.exit_code == 2
    assert "a.doc: เขียนไฟล์นามสกุลนี้ไม่ได้ ให้ตั้งชื่อเป็น a.docx, a.pdf" in result.stderr
    assert not (project / "a.doc").exists()


@pytest.mark.parametrize(
    "options",
    [["--format", "md", "--memo"], ["-o", "a.md", "--cover"], ["--template", "own.docx"]],
)
def test_an_option_that_would_change_nothing_is_refused(project, run, options):
    result = run("report", "measures", 2569, *options)

    assert result.exit_code == 2
    assert "เท่านั้น ไม่มีผลกับ" in result.stderr


def test_an_ending_that_contradicts_the_form_is_refused(project, run):
    result = run("report", "measures", 2569, "--format", "docx", "-o", "a.pdf")

    assert result.exit_code == 2
    assert "a.pdf: นามสกุลไม่ตรงกับ --format docx" in result.stderr
    assert not (project / "a.pdf").exists()


@pytest.mark.parametrize("output", ["own.docx", "content/agency.yml", "content/new.docx"])
def test_a_report_never_takes_the_place_of_what_it_is_made_from(project, run, output):
    shutil.copy(THEME / "report/report.docx", project / "own.docx")
    before = (project / "content/agency.yml").read_bytes(), (project / "own.docx").read_bytes()

    result = run(
        "report", "measures", 2569, "--format", "docx", "--template", "own.docx", "-o", output
    )

    assert result.exit_code == 2
    assert "เป็นแม่แบบหรืออยู่ในโฟลเดอร์ content" in result.stderr
    after = (project / "content/agency.yml").read_bytes(), (project / "own.docx").read_bytes()
    assert after == before
    assert not (project / "content/new.docx").exists()


def test_a_private_character_of_an_old_font_is_told_by_its_code(project, run):
    edit(project, "2569/measures.yml", "title: จัดทำคู่มือการให้บริการ", "title: จัดทำคู่มือ \ue000")

    result = run("report", "measures", 2569)

    assert "(U+E000) ซึ่งอยู่ในข้อความ “จัดทำคู่มือ \ue000”" in result.stderr
