"""The Word template: what we ship, and what is told when an officer's edit goes wrong."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from importlib.resources import files

import pytest
from docx.oxml.ns import qn

from prongsai.problems import Lang
from prongsai.reports.document import Author, Paragraph
from prongsai.reports.docx import ReportTemplateError, to_docx
from prongsai.reports.docx_tags import FIELDS, TAGS

SHIPPED = files("prongsai_theme") / "report" / "report.docx"
DOCUMENT = "word/document.xml"


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def edited(tmp_path):
    """A function that writes the shipped template with text replaced, and returns the file."""

    def write(*changes, part=DOCUMENT):
        content = members(SHIPPED)
        text = content[part].decode("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        content[part] = text.encode("utf-8")
        path = tmp_path / "ของเรา.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in content.items():
                archive.writestr(name, data)
        return path

    return write


@pytest.fixture
def report(report_of, table_of):
    lead = (Paragraph(("ข้อความ",)), Paragraph(("ของระบบ",), Author.SOFTWARE))
    return report_of(table_of(2, "กข"), lead=lead)


def told(report, template):
    with pytest.raises(ReportTemplateError) as caught:
        to_docx(report, template=template)
    return caught.value.told(Lang.TH), caught.value.told(Lang.EN)


def test_the_shipped_template_is_what_the_script_makes(repo, tmp_path):
    made = tmp_path / "report.docx"

    subprocess.run([sys.executable, repo / "theme/build_report_template.py", made], check=True)

    assert members(made) == members(SHIPPED)


def test_the_template_uses_documented_tags_only_and_explains_each():
    text = re.sub(r"<[^>]+>", "\n", members(SHIPPED)[DOCUMENT].decode("utf-8"))

    words = set(re.findall(r"[^\s{}%]+", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text))))
    jinja = {"p", "r", "tr", "tc", "if", "elif", "else", "endif", "for", "in", "endfor", "false"}
    known = {f"{owner}.{field}" for owner, fields in FIELDS.items() for field in fields}
    loops = {"ชิ้น", "บรรทัด", "ช่อง", "แถว", "หัว"}
    assert words <= jinja | known | set(TAGS) | loops
    for name in (*TAGS, *FIELDS):
        assert f"\n{name}\n" in text


def test_nothing_of_the_help_is_left_in_a_report(report, opened):
    text = "\n".join(p.text for p in opened(to_docx(report)).paragraphs)

    assert "แม่แบบ" not in text
    assert "{" not in text


def test_an_officers_template_is_used_and_keeps_its_words(report, edited, opened):
    template = edited(("ลงชื่อ ", "ผู้รายงาน "))

    found = [p.text for p in opened(to_docx(report, template=template)).paragraphs]

    assert any(text.startswith("ผู้รายงาน ") for text in found)


def test_a_template_that_word_saved_with_other_style_ids_still_marks_what_is_ours(
    report, edited, opened
):
    template = edited(('w:styleId="SoftwareText"', 'w:styleId="a7"'), part="word/styles.xml")

    found = opened(to_docx(report, template=template)).paragraphs

    [paragraph] = [p for p in found if p.text == "ของระบบ"]
    assert paragraph.runs[0].style.name == "ข้อความของระบบ"


def test_a_tag_that_word_has_cut_into_runs_is_still_a_tag(report, edited, opened):
    cut = "{{ หน่วย</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>งาน }}"
    template = edited(("{{ หน่วยงาน }}", cut))

    found = opened(to_docx(report, template=template)).paragraphs

    assert found[1].text == report.issuer.name


def test_a_template_without_the_styles_we_know_still_gives_the_words(report, edited, opened):
    template = edited(
        ('w:val="ข้อความของระบบ"', 'w:val="อื่น"'),
        ('w:val="ตารางรายงาน"', 'w:val="ตารางอื่น"'),
        part="word/styles.xml",
    )

    found = opened(to_docx(report, template=template))

    assert "ของระบบ" in [p.text for p in found.paragraphs]
    [table] = found.tables
    assert table.cell(1, 1).text == "ข"
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"


def test_a_table_whose_layout_was_changed_by_hand_keeps_it(report, edited, opened):
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc></w:tr>'
    template = edited(
        (
            "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/>",
            f"</w:tblGrid>{row}<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>",
        )
    )

    [table] = opened(to_docx(report, template=template)).tables

    assert len(table.rows) == 3


def test_every_unknown_tag_is_named_with_its_nearest_and_all_there_are(report, edited):
    template = edited(("{{ ชื่อบนปก }}", "{{ ชื่อบนปกก }}"), ("{{ ที่ตั้ง }}", "{{ จังหวัด }}"))

    thai, english = told(report, template)

    for text in (thai, english):
        assert "ของเรา.docx" in text
        assert "จังหวัด, ชื่อบนปกก" in text
        assert all(tag in text for tag in TAGS)
    assert "หมายถึง ชื่อบนปก ใช่หรือไม่" in thai
    assert "did you mean ชื่อบนปก?" in english


def test_an_unknown_field_is_named(report, edited):
    thai, english = told(report, edited(("{{r ชิ้น.ข้อความ }}", "{{r ชิ้น.ขอความ }}")))

    assert "ไม่รู้จักแท็ก ขอความ" in thai
    assert "did you mean ข้อความ?" in english


def test_an_unknown_tag_in_the_running_head_is_named(report, edited):
    template = edited(("{{ ชื่อย่อหน่วยงาน }}", "{{ ชื่อเล่น }}"), part="word/header1.xml")

    assert "ชื่อเล่น" in told(report, template)[0]


BROKEN = {
    "an if without its end": ("{%p endif %}", ""),
    "braces that do not close": ("{{ ที่ตั้ง }}", "{{ ที่ตั้ง }"),
    "a word Jinja does not know": ("{%p else %}", "{%p หรือ %}"),
    "a sum that cannot be": ("{{ ที่ตั้ง }}", "{{ 1 / 0 }}"),
    "a filter that is not there": ("{{ ที่ตั้ง }}", "{{ ที่ตั้ง | ตัวหนา }}"),
    "a loop over nothing": ("for ชิ้น in เนื้อหา", "for ชิ้น in เป็นบันทึกข้อความ"),
    "the insides of Python": ("{{ ที่ตั้ง }}", "{{ ที่ตั้ง.__class__.__mro__ }}"),
    "a file to include": ("{{ ที่ตั้ง }}", "{% include 'a' %}"),
    "runs where a text should be": ("{{r ชิ้น.ข้อความ }}", "{{ ชิ้น.ข้อความ }}"),
    "a row's tag outside of a table": ("{%p endfor %}", "{%tr endfor %}"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_tag_is_told_as_the_templates_fault(change, report, edited):
    thai, english = told(report, edited(change))

    assert thai.startswith("แม่แบบรายงาน ของเรา.docx: ")
    assert english.startswith("report template ของเรา.docx: ")
    assert "วิธีแก้" in thai
    assert "hint" in english


def test_a_template_without_content_is_refused(report, edited):
    thai, _ = told(report, edited(("for ชิ้น in เนื้อหา", "for ชิ้น in []")))

    assert "ไม่มีแท็ก เนื้อหา" in thai


def test_a_file_that_is_not_there_is_told(report, tmp_path):
    thai, english = told(report, tmp_path / "ไม่มี.docx")

    assert "ไม่มี.docx: เปิดไฟล์ไม่ได้" in thai
    assert "cannot be opened" in english


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 damaged", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_word_did_not_write_is_told(content, report, tmp_path):
    path = tmp_path / "เสีย.docx"
    path.write_bytes(content)

    assert "เสีย.docx: ไม่ใช่ไฟล์ Word" in told(report, path)[0]


@pytest.mark.parametrize("gone", ["[Content_Types].xml", "word/document.xml", "word/styles.xml"])
def test_a_word_file_with_a_part_missing_is_told_or_does_without(gone, report, tmp_path):
    path = tmp_path / "ขาด.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members(SHIPPED).items():
            if name != gone:
                archive.writestr(name, data)

    assert "ขาด.docx: ไม่ใช่ไฟล์ Word" in told(report, path)[0]


def test_a_document_without_page_setup_is_told(report, edited):
    template = edited(("<w:pgSz", "<w:x"), ("<w:pgMar", "<w:y"))

    assert "ไม่ใช่ไฟล์ Word" in told(report, template)[0]
