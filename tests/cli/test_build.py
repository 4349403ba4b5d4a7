"""`prongsai build`: the earlier site stays until the new one is whole, and is not replaced by less."""

from __future__ import annotations

import re
import time

import pytest


def snapshot(folder):
    """Every file below the folder, with its bytes and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def built(run, project):
    """The project with a site already built, and what its folders hold."""
    assert run("build").exit_code == 0
    return project


def assert_untouched(project, before, result):
    assert result.exit_code == 2
    assert snapshot(project / "site") == before
    assert sorted(p.name for p in project.iterdir()) == ["content", "mkdocs.yml", "site"]


def test_content_that_does_not_load_leaves_the_earlier_site(run, built):
    before = snapshot(built / "site")
    edit(built / "content/2568/result.yml", "total: 83.05", "total: มาก")

    result = run("build")

    assert "content/2568/result.yml:5: " in result.stderr
    assert_untouched(built, before, result)


def test_a_failure_in_the_middle_of_the_build_leaves_the_earlier_site(run, built):
    before = snapshot(built / "site")
    edit(built / "mkdocs.yml", "plugins:", "strict: true\nplugins:")
    (built / "content/pages/news.md").write_text("[ข่าว](nowhere.md)\n", encoding="utf-8")

    result = run("build")

    assert "nowhere.md" in result.stderr
    assert_untouched(built, before, result)


def test_findings_are_fatal_where_the_build_is_strict(run, built):
    before = snapshot(built / "site")

    result = run("build", "--strict")

    assert "DIS101" in result.stderr
    assert_untouched(built, before, result)


def test_a_strict_build_of_content_without_findings_goes_through(run, project):
    for year in ("2568", "2569"):
        for file in (project / "content" / year).rglob("*.yml"):
            file.unlink()

    assert run("check").exit_code == 0
    assert run("build", "--strict").exit_code == 0


def test_findings_alone_do_not_stop_a_build(run, project):
    result = run("build")

    assert result.exit_code == 0
    assert "ข้อตรวจพบ" in result.stderr
    assert (project / "site/oit/2568/o1/index.html").is_file()


def test_a_new_site_keeps_nothing_of_the_earlier_one(run, built):
    (built / "content/2569/disclosure.yml").unlink()

    assert run("build").exit_code == 0
    assert not (built / "site/oit/2569").exists()


def test_a_folder_of_somebody_else_is_refused(run, project):
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the website of the vendor")

    result = run("build")

    assert "ไม่ได้สร้างโดย prongsai" in result.stderr
    assert_untouched(project, snapshot(project / "site"), result)
    assert (project / "site/index.html").read_text() == "the website of the vendor"


def test_the_site_goes_where_it_is_asked_for(run, project):
    assert run("build", "-d", "elsewhere/public").exit_code == 0

    assert (project / "elsewhere/public/index.html").is_file()
    assert not (project / "site").exists()


def test_only_what_the_content_names_is_published(run, project):
    (project / "content/2568/files/salaries.xlsx").write_text("not named by any YAML file")

    run("build")

    published = sorted(path.name for path in (project / "site/files/2568").iterdir())
    assert published == ["file-9294f82cf26c.pdf", "o1-structure.pdf", "o12-procurement.csv"]
    assert list((project / "site").rglob("*.yml")) == []


def test_other_content_brings_its_own_pages(run, project, tmp_path):
    (project / "content/pages/news.md").write_text("# ข่าวของที่นี่\n", encoding="utf-8")
    other = tmp_path / "other"
    (project / "content").rename(other)
    (project / "content/pages").mkdir(parents=True)
    (project / "content/pages/secret.md").write_text("# ของหน่วยงานอื่น\n", encoding="utf-8")

    assert run("build", "--content", other).exit_code == 0

    assert (project / "site/news/index.html").is_file()
    assert not (project / "site/secret").exists()


def test_other_content_without_pages_of_its_own_gets_none(run, project, tmp_path):
    (project / "content/pages").rmdir()
    (project / "content").rename(tmp_path / "other")
    (project / "content/pages").mkdir(parents=True)
    (project / "content/pages/secret.md").write_text("# ของหน่วยงานอื่น\n", encoding="utf-8")

    assert run("build", "--content", tmp_path / "other").exit_code == 0

    assert (project / "site/oit/2568/o1/index.html").is_file()
    assert not (project / "site/secret").exists()


def test_other_content_does_not_make_a_strict_site_lax(run, project):
    edit(project / "mkdocs.yml", "plugins:", "strict: true\nplugins:")
    (project / "content/pages/news.md").write_text("[ข่าว](nowhere.md)\n", encoding="utf-8")

    assert run("build", "--content", "content").exit_code == 2


def test_plugins_may_be_written_as_a_mapping(run, project):
    edit(project / "mkdocs.yml", "[prongsai]", "{prongsai: {content_dir: nowhere}}")

    assert run("build").exit_code == 2
    assert run("build", "--content", "content").exit_code == 0


def test_a_site_without_the_plugin_is_told_what_to_add(run, project):
    edit(project / "mkdocs.yml", "[prongsai]", "[material/search]")

    assert "plugins: [prongsai]" in run("build").stderr


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("site_name: [", "parsing"),
        ("- a list", "Expected a key-value mapping"),
        ("a: 1", "site_name"),
    ],
)
def test_a_broken_mkdocs_yml_is_told_without_a_traceback(run, project, broken, told):
    (project / "mkdocs.yml").write_text(broken)

    result = run("build", "--content", "content")

    assert result.exit_code == 2
    assert told in result.stderr


def test_a_report_that_cannot_be_set_is_told_and_left_out_and_all_else_is_built(run, project):
    edit(project / "content/2569/measures.yml", "title: ทบทวนผล", "title: ทบทวนผล 漢")

    result = run("build")

    assert result.exit_code == 0
    assert "แบบอักษรของรายงาน PDF ไม่มีอักขระ 漢 (U+6F22)" in result.stderr
    reports = project / "site/reports"
    assert {path.relative_to(reports).as_posix() for path in reports.rglob("*.*")} == {
        "2568/analysis.docx",
        "2568/analysis.pdf",
        "2569/measures.docx",
        "2569/progress.docx",
    }
    page = (project / "site/ita/2569/measures/index.html").read_text(encoding="utf-8")
    assert "ทบทวนผล 漢" in page
    assert "measures.docx" in page
    assert "measures.pdf" not in page


def test_a_citizen_id_stops_the_build_and_the_earlier_site_stays(run, built):
    before = snapshot(built / "site")
    edit(built / "content/2569/measures.yml", "title: ทบทวนผล", "title: ทบทวนผล 1103702071811")

    result = run("build")

    assert "content/2569/measures.yml:" in result.stderr
    assert "PER101 มีเลขประจำตัวประชาชน 1-xxxx-xxxxx-x1-1" in result.stderr
    assert "1103702071811" not in result.output
    assert_untouched(built, before, result)


def test_a_file_of_two_gigabytes_is_neither_read_nor_published(run, project):
    path = project / "content/2568/files/o1-structure.pdf"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    begun = time.perf_counter()

    result = run("build")

    assert result.exit_code == 2
    assert "DOC107 files/o1-structure.pdf ของข้อ O1 ใหญ่เกินขนาดที่กำหนด" in result.stderr
    assert time.perf_counter() - begun < 10
    assert not (project / "site").exists()


def test_a_folder_where_a_file_is_named_is_told_and_nothing_of_it_is_published(run, project):
    path = project / "content/2568/files/o1-structure.pdf"
    path.unlink()
    path.mkdir()
    (path / "inside.txt").write_text("ลับ", encoding="utf-8")

    assert run("build").exit_code == 0
    assert "DIS201" in run("check").stdout
    assert not list((project / "site").rglob("inside.txt"))


@pytest.mark.parametrize("content", ["content", "absolute"])
def test_a_waiver_of_a_file_holds_however_the_content_is_named(run, project, content):
    (project / "content/pages/a.md").write_text("เลขบัตร 1103702071811", encoding="utf-8")
    (project / "content/waivers.yml").write_text(
        "waivers:\n  - {code: PER101, file: pages/a.md, observed: 1-xxxx-xxxxx-x1-1, "
        "reason: ตัวอย่าง, until: 2099-01-01, by: หัวหน้าสำนักปลัด}\n",
        encoding="utf-8",
    )
    folder = "content" if content == "content" else str(project / "content")

    assert "PER101" not in run("check", "--content", folder).stdout


def test_a_table_with_commands_stops_the_build_and_with_a_waiver_is_shown_as_text(run, project):
    edit(
        project / "content/2568/disclosure.yml",
        "items:\n",
        "items:\n  O5: {updated: 2025-03-01, evidence: [{title: ตาราง, table: files/f.csv}]}\n",
    )
    (project / "content/2568/files/f.csv").write_bytes(
        "ก,ข\n=cmd|' /C calc'!A0,ผล\n".encode("cp874")
    )

    stopped = run("build")
    assert stopped.exit_code == 2
    assert "DOC108" in stopped.stderr
    assert not (project / "site").exists()

    (project / "content/waivers.yml").write_text(
        "waivers:\n  - {code: DOC108, item: O5, file: 2568/files/f.csv, observed: commands, reason: ตัวอย่างการสอน, "
        "until: 2099-01-01, by: หัวหน้าสำนักปลัด}\n",
        encoding="utf-8",
    )
    assert run("build").exit_code == 0
    page = (project / "site/oit/2568/o5/index.html").read_text(encoding="utf-8")
    assert re.search(r"<td>=cmd\|[^<]*</td><td>ผล</td>", page)


def test_generate_stops_for_a_citizen_id_as_well(run, project):
    edit(project / "content/2569/measures.yml", "title: ทบทวนผล", "title: ทบทวนผล 1103702071811")

    result = run("generate", "plain")

    assert result.exit_code == 2
    assert "PER101" in result.stderr
    assert not (project / "plain").exists()


def test_a_waiver_with_a_reason_and_a_day_lets_the_build_go_on(run, project):
    edit(project / "content/2569/measures.yml", "title: ทบทวนผล", "title: ทบทวนผล 1103702071811")
    (project / "content/waivers.yml").write_text(
        "waivers:\n  - {code: PER101, file: 2569/measures.yml, observed: 1-xxxx-xxxxx-x1-1, reason: เลขตัวอย่างในคู่มือ, "
        "until: 2099-01-01, by: หัวหน้าสำนักปลัด}\n",
        encoding="utf-8",
    )

    assert run("build").exit_code == 0
    assert "PER101" not in run("check").stdout


@pytest.mark.parametrize("command", ["build", "generate"])
def test_the_scan_of_a_signed_report_takes_the_place_of_ours(run, project, command):
    own = project / "content/pages/reports/2569/measures.pdf"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"%PDF-1.4 signed" + b"." * 20_000)

    if command == "build":
        assert run("build").exit_code == 0
        page = (project / "site/ita/2569/measures/index.html").read_text(encoding="utf-8")
        written = project / "site/reports/2569/measures.pdf"
    else:
        assert run("generate", "plain").exit_code == 0
        page = (project / "plain/docs/ita/2569/measures.md").read_text(encoding="utf-8")
        written = project / "plain/docs/reports/2569/measures.pdf"

    assert written.read_bytes() == own.read_bytes()
    assert "PDF ๒๐ KB" in page


def test_an_offline_copy_is_made_beside_the_site_and_told_with_its_size(run, project):
    result = run("build", "--offline")

    assert result.exit_code == 0
    [made] = project.glob("*.zip")
    assert made.name == "อบต.ตัวอย่าง-2569-offline.zip"
    assert re.search(rf"{re.escape(str(made))} \([\d.]+ [KM]B, \d+ หน้า\)", result.stderr)
    assert "แยกทั้งหมด (Extract All)" in result.stderr


def test_no_offline_copy_is_made_unless_it_is_asked_for(run, project):
    run("build")

    assert list(project.glob("*.zip")) == []
