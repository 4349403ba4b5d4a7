"""Files that are no workbook of ours, or cannot be read: told in both languages with the cure, exit 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import zipfile
from io import BytesIO

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from prongsai.cli import cli
from prongsai.problems import Lang
from prongsai.workbook.cells import WorkbookError
from prongsai.workbook.opening import opened

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def run(*arguments):
    return CliRunner().invoke(cli, ["workbook", *map(str, arguments)])


@pytest.fixture
def refused(sample):
    """A function that imports a file, sees that nothing is written, and returns both messages."""

    def invoke(path):
        before = {p: p.read_bytes() for p in sorted(sample.rglob("*")) if p.is_file()}
        told = []
        for lang in ("th", "en"):
            result = run("import", path, "--content", sample, "--lang", lang)
            assert result.exit_code == 2, result.output
            assert result.stdout == ""
            told.append(result.stderr)
        assert {p: p.read_bytes() for p in sorted(sample.rglob("*")) if p.is_file()} == before
        assert "วิธีแก้: " in told[0]
        assert "hint: " in told[1]
        return told

    return invoke


def zipped(members):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "thai", "english"),
    [
        (OLE + bytes(600), "แบบเก่า (.xls)", "an old (.xls)"),
        (
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "ไฟล์มีรหัสผ่าน",
            "protected by a password",
        ),
        ("รหัส,ค่า\n".encode(), "ไม่ใช่ไฟล์ Excel", "is no Excel file"),
        (b"", "ไม่ใช่ไฟล์ Excel", "is no Excel file"),
        (zipped({"word/document.xml": "<a/>"}), "ไม่ใช่ไฟล์ Excel", "is no Excel file"),
        (zipped({"xl/workbook.bin": "x"}), "(.xlsb)", "(.xlsb)"),
        (zipped({"xl/workbook.xml": "<workbook"}), "ไฟล์เสียหาย", "is damaged"),
        (b"PK\x03\x04" + bytes(100), "ไฟล์เสียหาย", "is damaged"),
    ],
)
def test_a_file_that_is_no_workbook_is_told(content, thai, english, tmp_path, refused):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)

    told = refused(path)

    assert thai in told[0]
    assert english in told[1]


def test_a_real_xls_is_told(workbook_of, sample, resaved, tmp_path, refused):
    path = workbook_of(sample)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xls", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    assert "(.xls)" in refused(tmp_path / "book.xls")[0]


def test_a_workbook_that_is_cut_off_is_told(workbook_of, sample, tmp_path, refused):
    path = workbook_of(sample)
    path.write_bytes(path.read_bytes()[:50_000])

    assert "ไฟล์เสียหาย" in refused(path)[0]


def test_a_workbook_with_a_part_that_is_damaged_is_told(workbook_of, sample, refused):
    path = workbook_of(sample)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/worksheets/sheet4.xml"] = members["xl/worksheets/sheet4.xml"][:500]
    path.write_bytes(zipped(members))

    assert "ไฟล์เสียหาย" in refused(path)[0]


def test_a_file_that_is_not_there_is_told(tmp_path, refused):
    assert "ไม่พบไฟล์นี้" in refused(tmp_path / "nowhere.xlsx")[0]
    assert "ตรวจชื่อไฟล์และโฟลเดอร์" in refused(tmp_path / "no" / "book.xlsx")[0]


def test_a_misspelt_name_is_told_with_the_workbook_beside_it(tmp_path, refused):
    for name in ("prongsai-workbook.xlsx", "~$prongsai-workbok.xlsx", "prongsai-workbok.docx"):
        (tmp_path / name).write_bytes(b"x")

    told = refused(tmp_path / "prongsai-workbokk.xlsx")

    assert "หมายถึง prongsai-workbook.xlsx ใช่หรือไม่" in told[0]
    assert "did you mean prongsai-workbook.xlsx?" in told[1]


def test_a_folder_is_told(tmp_path, refused):
    (tmp_path / "book.xlsx").mkdir()

    assert "เป็นโฟลเดอร์" in refused(tmp_path / "book.xlsx")[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(workbook_of, sample, refused):
    path = workbook_of(sample)
    path.chmod(0)

    assert "เปิดอ่านไฟล์ไม่ได้" in refused(path)[0]


@pytest.mark.parametrize("lock", ["~$book.xlsx", ".~lock.book.xlsx#"])
def test_a_workbook_that_is_open_is_told(lock, workbook_of, sample, refused, tmp_path):
    path = workbook_of(sample)
    (tmp_path / lock).write_bytes(b"\x05Somchai")

    told = refused(path)

    assert "เปิดอยู่" in told[0]
    assert "is open" in told[1]
    assert f"ลบไฟล์ซ่อน {lock} ในโฟลเดอร์เดียวกัน" in told[0]


def test_the_long_name_of_an_open_workbook_is_known_as_excel_locks_it(
    workbook_of, sample, refused, tmp_path
):
    path = workbook_of(sample, "prongsai-workbook.xlsx")
    (tmp_path / "~$ongsai-workbook.xlsx").write_bytes(b"\x05Somchai")

    assert "เปิดอยู่" in refused(path)[0]


def test_the_lock_itself_is_told(tmp_path, refused):
    (tmp_path / "~$book.xlsx").write_bytes(b"\x05Somchai")

    assert "ชั่วคราว" in refused(tmp_path / "~$book.xlsx")[0]
    assert "ใช้ชื่อ book.xlsx" in refused(tmp_path / ".~lock.book.xlsx#")[0]


def test_a_workbook_that_is_not_ours_is_told(tmp_path, refused):
    Workbook().save(tmp_path / "book.xlsx")

    assert "ไม่ใช่สมุดงานที่ prongsai ส่งออก" in refused(tmp_path / "book.xlsx")[0]


@pytest.mark.parametrize("value", ["ก", ""])
def test_a_sheet_of_two_hundred_thousand_rows_is_told_and_hangs_nothing(value, tmp_path):
    book = Workbook(write_only=True)
    page = book.create_sheet("หลักฐาน 2568")
    for _ in range(200_000):
        page.append(["O1", value, "ไฟล์"])
    book.save(tmp_path / "book.xlsx")

    started = time.monotonic()
    with pytest.raises(WorkbookError) as raised:
        opened(tmp_path / "book.xlsx")

    assert raised.value.told(Lang.TH).startswith("แผ่นงาน 'หลักฐาน 2568': มีแถวมากเกินไป")
    assert raised.value.told(Lang.EN).startswith("sheet 'หลักฐาน 2568': has too many rows")
    assert (
        time.monotonic() - started < 60
    )  # it takes four seconds on a machine that does nothing else


def test_a_sheet_whose_last_row_has_only_a_colour_is_read(sample, workbook_of, changes_of, fill):
    from openpyxl.styles import PatternFill

    def colour(book):
        book["หลักฐาน 2568"]["C1048576"].fill = PatternFill("solid", fgColor="FF0000")

    assert changes_of(sample, fill(workbook_of(sample), {}, colour)) == {}


def test_a_zip_bomb_is_not_unpacked(tmp_path, refused):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(200):
                member.write(bytes(1_000_000))
    (tmp_path / "book.xlsx").write_bytes(written.getvalue())

    assert "ใหญ่เกินกว่าจะเป็นสมุดงาน" in refused(tmp_path / "book.xlsx")[0]


def test_a_mistake_ends_with_exit_code_2_and_nothing_written(workbook_of, sample, fill, refused):
    told = refused(fill(workbook_of(sample), {("ผล 2568", "C9"): "๑๐๑", ("ผล 2568", "C10"): "x"}))

    assert told[0].startswith("แผ่นงาน 'ผล 2568' ช่อง C9: ")
    assert told[1].startswith("sheet 'ผล 2568', cell C9: ")
    assert "ช่อง C10" in told[0]


def test_a_mistake_is_told_at_its_cell_wherever_the_content_lies(
    workbook_of, sample, fill, monkeypatch
):
    book = fill(workbook_of(sample), {("ผล 2568", "C9"): "๑๐๑"})
    monkeypatch.chdir(sample)

    assert run("import", book, "--content", ".").stderr.startswith("แผ่นงาน 'ผล 2568' ช่อง C9: ")


def test_content_that_does_not_load_is_told_before_the_workbook_is_judged(
    workbook_of, sample, tmp_path
):
    path = workbook_of(sample)
    (sample / "2568/result.yml").write_text("total: [", encoding="utf-8")

    result = run("import", path, "--content", sample)

    assert result.exit_code == 2
    assert "2568/result.yml:1" in result.stderr


def test_an_export_replaces_no_workbook_that_may_be_filled_in(sample, tmp_path):
    path = tmp_path / "book.xlsx"
    assert run("export", path, "--content", sample).exit_code == 0
    path.write_bytes(b"filled in")

    result = run("export", path, "--content", sample)

    assert result.exit_code == 2
    assert "--replace" in result.stderr
    assert path.read_bytes() == b"filled in"
    assert run("export", path, "--content", sample, "--replace").exit_code == 0
    assert load_workbook(path).sheetnames[0] == "วิธีใช้"


def test_an_export_that_cannot_be_is_told(sample, tmp_path):
    assert "ลงท้ายด้วย .xlsx" in run("export", tmp_path / "book.xls", "--content", sample).stderr
    year = run("export", tmp_path / "book.xlsx", "--content", sample, "--year", "2570")
    assert year.exit_code == 2
    assert "ไม่มีปี 2570" in year.stderr
    shutil.copy(sample / "agency.yml", tmp_path / "~$book.xlsx")
    assert run("export", tmp_path / "book.xlsx", "--content", sample).exit_code == 2
