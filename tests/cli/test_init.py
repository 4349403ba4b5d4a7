"""`prongsai init`: what it writes builds at once, and what was there stays."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from prongsai import __version__, frameworks
from prongsai.content import load_site
from prongsai.scaffold.make_requirements import requirements
from prongsai.scaffold.questions import QUESTIONS, years
from prongsai.scaffold.site_files import new_site, sample_site
from prongsai.schemas import schemas

ANSWERS = {
    "--name": "เทศบาลตำบลทดสอบ",
    "--short-name": "ทต.ทดสอบ",
    "--kind": "local-government",
    "--district": "เมืองทดสอบ",
    "--province": "ราชบุรี",
    "--main-site": "https://www.thotsop.example/",
    "--year": "2568",
}
SECONDS_TO_BUILD = 60


def flags(**changed):
    """The command line of the answers; None leaves one out."""
    given = ANSWERS | {"--" + key.replace("_", "-"): value for key, value in changed.items()}
    return [part for key, value in given.items() if value is not None for part in (key, value)]


@pytest.fixture
def begin(run, tmp_path, monkeypatch):
    """A function that begins a site in tmp_path/site, and returns what was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRONGSAI_LANG", raising=False)
    return lambda *options, **changed: run("init", "site", *options, *flags(**changed))


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def prongsai(folder, *arguments, **env):
    """Run the command as an officer does, in a process of its own and from the folder."""
    return subprocess.run(
        [sys.executable, "-m", "prongsai", *arguments],
        cwd=folder,
        env=os.environ | env,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS_TO_BUILD,
    )


@pytest.mark.parametrize("year", years())
@pytest.mark.parametrize("kind", ["local-government", "province", "state-agency"])
def test_every_year_and_kind_gives_a_site_that_loads(begin, tmp_path, year, kind):
    assert begin("--yes", year=str(year), kind=kind).exit_code == 0

    site = load_site(tmp_path / "site/content")
    assert [one.fiscal_year for one in site.years] == [year]
    assert site.agency.name.th == "เทศบาลตำบลทดสอบ"
    assert site.agency.kind == kind
    items = frameworks.load_for(year, site.agency.kind).items
    assert list(site.years[0].disclosures.items) == [item.id for item in items]


def test_a_new_site_builds_and_lacks_nothing_but_evidence(begin, tmp_path):
    assert begin("--yes").exit_code == 0

    built = prongsai(tmp_path / "site", "build")
    checked = prongsai(tmp_path / "site", "check", "--format", "json")

    assert built.returncode == 0, built.stderr
    assert "ปี 2568: ครบ 0 จาก 28 ข้อ" in built.stderr
    assert {one["code"] for one in json.loads(checked.stdout)["findings"]} == {"DIS101"}
    assert "–" not in home_of(tmp_path / "site")


def home_of(folder):
    html = (folder / "site/index.html").read_text(encoding="utf-8")
    return html.partition("<article")[2].partition("</article>")[0]


def test_a_new_site_builds_with_mkdocs_alone(begin, tmp_path):
    begin("--yes")

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=tmp_path / "site",
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS_TO_BUILD,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/site/oit/2568/o28/index.html").is_file()


def test_the_sample_builds_whole_and_without_a_finding(run, tmp_path):
    assert run("init", "--sample", tmp_path / "site").exit_code == 0

    built = prongsai(tmp_path / "site", "build")
    checked = prongsai(tmp_path / "site", "check")

    assert built.returncode == 0, built.stderr
    assert "ปี 2568: ครบ 28 จาก 28 ข้อ" in built.stderr
    assert checked.returncode == 0, checked.stdout
    assert "หน่วยงานสมมติ" in home_of(tmp_path / "site")
    assert "หน่วยงานสมมติ" in (tmp_path / "site/README.md").read_text(encoding="utf-8")


def test_every_item_shows_its_title_and_elements_to_the_officer(begin, tmp_path):
    begin("--yes")
    text = (tmp_path / "site/content/2568/disclosure.yml").read_text(encoding="utf-8")

    for item in frameworks.load(2568, "national").items:
        assert f"  # ---- {item.id} {item.title.th}\n" in text
        for element in item.elements.list:
            assert element.only_for or f"  #   {element.id}  {element.text.th}" in text


def without_marks(text, first):
    """The text with the # taken from each remark whose key is `first`, and from what stands below."""
    return re.sub(
        rf"^( *)# ({first}:.*\n)((?:\1#   .*\n)*)",
        lambda m: m[1] + m[2] + re.sub(r"^( *)# ", r"\1", m[3], flags=re.M),
        text,
        flags=re.M,
    )


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("2568/disclosure.yml", ("evidence",)),
        ("2568/measures.yml", ("measures",)),
        ("2568/result.yml", ("total", "level", "change", "updated", "source", "items", "questions", "analysis")),
        ("agency.yml", ("contact", "published_at", "colour", "emblem", "show_checks", "clerk", "finance")),
    ],
)  # fmt: skip
def test_what_stands_in_remarks_loads_when_the_marks_are_taken_away(begin, tmp_path, file, keys):
    begin("--yes")
    path = tmp_path / "site/content" / file
    text = path.read_text(encoding="utf-8")
    opened = text
    for key in keys:
        opened = without_marks(opened, key)
    assert opened.count("#") < text.count("#")
    path.write_text(opened, encoding="utf-8")

    site = load_site(tmp_path / "site/content")

    assert len(site.years) == 1


def test_the_same_answers_give_the_same_bytes(begin, tmp_path):
    begin("--yes")
    first = tree(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / "first")

    begin("--yes")

    assert tree(tmp_path / "site") == first
    assert all(b"\r" not in content for content in first.values())


def test_a_second_run_changes_nothing(begin, tmp_path):
    begin("--yes")
    before = tree(tmp_path / "site")

    again = begin("--yes")

    assert again.exit_code == 0
    assert "เขียน 0 ไฟล์" in again.stderr
    assert tree(tmp_path / "site") == before


def test_a_file_that_differs_is_told_and_nothing_is_written(begin, tmp_path):
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "site/content/agency.yml").write_text("name: ของเดิม\n", encoding="utf-8")
    before = tree(tmp_path / "site")

    result = begin("--yes")

    assert result.exit_code == 2
    assert "มีอยู่แล้ว: content/agency.yml (มีเนื้อหาอื่นอยู่)" in result.stderr
    assert "จะเขียน: content/2568/disclosure.yml" in result.stderr
    assert tree(tmp_path / "site") == before


@pytest.mark.parametrize(
    "name", ["content/agency.yaml", "content/๒๕๖๘/result.yml", "content/๒๕๖๘/measures.yaml"]
)
def test_a_file_that_would_be_read_beside_ours_is_told(begin, tmp_path, name):
    (tmp_path / "site" / name).parent.mkdir(parents=True)
    (tmp_path / "site" / name).write_text("# ของเดิม\n", encoding="utf-8")

    result = begin("--yes")

    assert result.exit_code == 2
    assert f"มีอยู่แล้ว: {name}" in result.stderr
    assert list(tree(tmp_path / "site")) == [name]


def test_a_folder_with_other_files_keeps_them(begin, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/บันทึก.txt").write_text("ของเดิม", encoding="utf-8")

    assert begin("--yes").exit_code == 0

    assert (tmp_path / "site/บันทึก.txt").read_text(encoding="utf-8") == "ของเดิม"
    assert (tmp_path / "site/mkdocs.yml").is_file()


@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_what_is_missing_is_told_where_nobody_can_be_asked(run, tmp_path, options):
    result = run("init", tmp_path / "site", *options, "--name", "ก")

    assert result.exit_code == 2
    for option in ("--short-name", "--kind", "--main-site"):
        assert f"{option}: ยังไม่ได้บอก" in result.stderr
    assert "--name: " not in result.stderr
    assert not (tmp_path / "site").exists()


def test_what_can_be_left_out_is(begin, tmp_path):
    assert begin("--yes", district=None, province=None, year=None).exit_code == 0

    site = load_site(tmp_path / "site/content")
    assert (site.agency.district, site.agency.province) == (None, None)
    assert site.years[0].fiscal_year == max(frameworks.known_years())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": "อำเภอ"}, "--kind: ไม่รู้จักประเภท 'อำเภอ'"),
        ({"kind": "อำเภอ"}, "local-government (องค์กรปกครองส่วนท้องถิ่น), province (จังหวัด)"),
        ({"year": "2561"}, "ปีที่ใช้ได้: 2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569"),
        ({"year": "2600"}, "--year: ไม่มีรายการข้อของปี 2600"),
        ({"year": "2025"}, "2025 เป็นปี ค.ศ."),
        ({"main_site": "www.thotsop.example"}, "--main-site: 'www.thotsop.example' ไม่ใช่ที่อยู่เว็บ"),
        ({"main_site": "https://t.example/?a=1"}, "มี ? หรือ # อยู่"),
        ({"name": " "}, "--name: ต้องไม่ว่าง"),
        ({"name": "ก\x07"}, "--name: มีอักขระที่พิมพ์ไม่ได้"),
    ],
)  # fmt: skip
def test_an_answer_that_means_nothing_is_told_with_what_is_allowed(begin, tmp_path, changed, told):
    result = begin("--yes", **changed)

    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("name", "เทศบาล: ทดสอบ #1", "เทศบาล: ทดสอบ #1"),
        ("name", '"ก" {{ 1 }} [ข]', '"ก" {{ 1 }} [ข]'),
        ("short_name", "ทต.\u200bทดสอบ", "ทต.ทดสอบ"),
        ("district", "no", "no"),
        ("province", "- ราชบุรี", "- ราชบุรี"),
    ],
)
def test_a_name_is_kept_as_it_is_whatever_yaml_would_make_of_it(begin, tmp_path, field, text, kept):
    assert begin("--yes", **{field: text}).exit_code == 0

    value = getattr(load_site(tmp_path / "site/content").agency, field)
    assert getattr(value, "th", value) == kept


def test_a_year_may_be_written_in_thai_digits(begin, tmp_path):
    assert begin("--yes", year="๒๕๖๗").exit_code == 0
    assert (tmp_path / "site/content/2567/disclosure.yml").is_file()


def test_the_sample_takes_no_answers(run, tmp_path):
    result = run("init", "--sample", tmp_path / "site", "--name", "ก")

    assert result.exit_code == 2
    assert "--name" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_an_officer_is_asked_in_thai_until_an_answer_can_be_read(tmp_path, on_a_terminal):
    names = ["เทศบาลตำบลทดสอบ", "", "ทต.ทดสอบ"]
    typed = [*names, "อำเภอ", "๑", "", "ราชบุรี", "thotsop", "https://t.example/", "", "๒๕๖๘"]

    said, code = on_a_terminal([sys.executable, "-m", "prongsai", "init", "site"], typed, tmp_path)

    assert code == 0, said
    for question in QUESTIONS:
        assert question.asked.th in said
        assert question.meant.th in said
        assert question.example in said
    assert "ต้องไม่ว่าง" in said
    assert "ไม่รู้จักประเภท 'อำเภอ'" in said
    assert "'thotsop' ไม่ใช่ที่อยู่เว็บ" in said
    site = load_site(tmp_path / "site/content")
    assert site.agency.short_name.th == "ทต.ทดสอบ"
    assert site.agency.kind == "local-government"
    assert site.agency.district is None
    assert site.agency.province == "ราชบุรี"
    assert [one.fiscal_year for one in site.years] == [2568]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_only_what_was_not_given_is_asked(tmp_path, on_a_terminal):
    command = [sys.executable, "-m", "prongsai", "init", "site", *flags(province=None)]

    said, code = on_a_terminal(command, ["ราชบุรี", "https://t.example/ita/"], tmp_path)

    assert code == 0, said
    site = load_site(tmp_path / "site/content")
    assert site.agency.address("") == "https://t.example/ita/"
    assert "จังหวัด" in said
    assert "ชื่อเต็มที่แสดงบนหน้าแรก" not in said


def test_each_file_of_content_has_its_schema_in_the_editor(begin, tmp_path):
    begin("--yes")
    settings = json.loads((tmp_path / "site/.vscode/settings.json").read_text(encoding="utf-8"))
    advised = json.loads((tmp_path / "site/.vscode/extensions.json").read_text(encoding="utf-8"))

    mapped = settings["yaml.schemas"]

    assert advised["recommendations"] == ["redhat.vscode-yaml"]
    assert {path.rpartition("/")[2] for path in mapped} == {f"{name}.json" for name in schemas()}
    for path, patterns in mapped.items():
        assert (tmp_path / "site" / path).is_file()
        stem = path.rpartition("/")[2].removesuffix(".json")
        assert all(re.search(rf"/{stem}\.ya?ml$", pattern) for pattern in patterns)
    files = list((tmp_path / "site/content").rglob("*.yml"))
    assert len(files) == 4
    for file in files:
        place = file.relative_to(tmp_path / "site")
        matching = [path for path, patterns in mapped.items() if any(map(place.match, patterns))]
        assert [path.rpartition("/")[2] for path in matching] == [f"{file.stem}.json"]


@pytest.mark.parametrize("made", [new_site, sample_site])
def test_the_workflows_are_yaml_and_use_actions_of_known_versions(made, begin, tmp_path, run):
    from ruamel.yaml import YAML

    begin("--yes") if made is new_site else run("init", "--sample", tmp_path / "site")
    workflow = YAML(typ="safe").load(
        (tmp_path / "site/.github/workflows/pages.yml").read_text("utf-8")
    )
    gitlab = YAML(typ="safe").load((tmp_path / "site/.gitlab-ci.yml").read_text("utf-8"))

    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]

    assert [step["uses"] for step in steps if "uses" in step] == [
        "actions/checkout@v4",
        "actions/setup-python@v5",
        "actions/configure-pages@v5",
        "actions/upload-pages-artifact@v3",
        "actions/deploy-pages@v4",
    ]
    assert workflow["jobs"]["deploy"]["environment"]["url"].startswith("${{ steps.deployment.")
    assert "prongsai build --site-dir public" in gitlab["pages"]["script"]


def test_the_requirements_are_what_the_program_needs_in_the_versions_it_is_tested_with(
    begin, tmp_path, repo
):
    begin("--yes")
    text = (tmp_path / "site/requirements.txt").read_text(encoding="utf-8")

    ours, *pinned = (line for line in text.splitlines() if not line.startswith("#"))

    assert ours == f"./wheels/prongsai-{__version__}-py3-none-any.whl"
    assert {"mkdocs", "mkdocs-material", "pydantic", "typst", "colorama"} <= {
        line.partition("==")[0] for line in pinned
    }
    constraints = (repo / "constraints.txt").read_text(encoding="utf-8")
    assert pinned == requirements(constraints), "run python -m prongsai.scaffold.make_requirements"
