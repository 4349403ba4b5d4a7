"""`prongsai doctor`: what is wrong is told with its cure, nothing is written, and nothing stops it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import date

import pytest

from prongsai.cli import cli
from prongsai.doctor import contents
from prongsai.doctor.project import Project
from prongsai.scaffold.site_files import sample_site

SECONDS = 2


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The sample agency's site, and the working directory of the test."""
    folder = tmp_path / "site"
    for name, content in sample_site().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PRONGSAI_LANG", "en")
    return folder


@pytest.fixture
def readings(run, site):
    """A function that asks the doctor, and returns state, what and cure by subject."""

    def ask(*arguments):
        result = run("doctor", "--format", "json", *arguments)
        told = json.loads(result.stdout)
        assert result.exit_code == (0 if told["ready"] else 1)
        assert told["ready"] == all(one["state"] != "mend" for one in told["readings"])
        assert all(one["cure"] for one in told["readings"] if one["state"] != "good")
        return {one["subject"]: one for one in told["readings"]}

    return ask


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")
    }


def test_a_site_in_order_is_told_to_be(readings):
    told = readings()

    # What is said of the year depends on the day on which it is asked.
    assert {one["state"] for name, one in told.items() if name != "year"} == {"good"}
    assert list(told) == [
        "Python",
        "packages",
        "pinned versions",
        "MkDocs and theme",
        "font of the reports",
        "mkdocs.yml",
        "content",
        "year",
        "cache folder",
        "output folder",
        "free space",
        "file names",
    ]


def test_each_line_is_told_in_thai_with_its_state(run, site, monkeypatch):
    monkeypatch.delenv("PRONGSAI_LANG")
    (site / "content/agency.yml").unlink()

    lines = run("doctor").stdout.splitlines()

    assert any(line.startswith("[ดี] Python: 3.") for line in lines)
    at = lines.index("[ต้องแก้] เนื้อหา: อ่านไม่ได้ 1 จุด")
    assert lines[at + 1] == "    content/agency.yml: ไม่พบไฟล์นี้"
    assert lines[at + 2].startswith("    วิธีแก้: ")
    assert lines[-1].startswith("ยังไม่พร้อม (ดี ")


def test_nothing_is_written_and_it_is_quick(site, tmp_path):
    cache = tmp_path / "cache"
    before = snapshot(tmp_path)
    env = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    begun = time.perf_counter()

    done = subprocess.run(
        [sys.executable, "-m", "prongsai", "doctor"], cwd=site, env=env, capture_output=True
    )

    assert time.perf_counter() - begun < 5 * SECONDS  # the tests beside this one take their share
    assert done.returncode == 0
    after = snapshot(tmp_path)
    assert set(after) == set(before)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {".", "site"}  # folders in which the probe was


def test_a_folder_without_a_site_is_told_how_to_begin(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run("doctor", "--lang", "en")

    assert result.exit_code == 1
    assert "[must be mended] mkdocs.yml: is not in" in result.stdout
    assert "prongsai init" in result.stdout


CONFIG = "site_name: x\ndocs_dir: content/pages\ntheme: {name: prongsai}\nplugins: [prongsai]\n"


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (CONFIG.replace("{name: prongsai}", "material"), "the theme is material"),
        (CONFIG.replace("theme: {name: prongsai}\n", ""), "the theme is none"),
        (CONFIG.replace("[prongsai]", "[search]"), "the plugin prongsai is not on"),
        (CONFIG.replace("[prongsai]", "5"), "plugins must be a list of names"),
        (CONFIG.replace("[prongsai]", "[1, {}]"), "plugins must be a list of names"),
        (CONFIG.replace("content/pages", "nowhere"), "there is no folder nowhere"),
        (CONFIG + "use_directory_urls: false\n", "has use_directory_urls: false"),
        (CONFIG.replace("[p", "[material/search, p"), "the theme does not show material/search"),
        ("site_name: [\n", "cannot be read"),
        ("", "holds no settings"),
        ("- a list\n", "holds no settings"),
        ("\xff\xff", "cannot be read"),
    ],
)
def test_a_configuration_that_would_not_build_is_told(readings, site, config, told):
    (site / "mkdocs.yml").write_bytes(config.encode("latin-1"))

    one = readings()["mkdocs.yml"]

    assert one["state"] == "mend"
    assert told in one["what"]


def test_content_elsewhere_is_looked_at_when_it_is_asked_for(readings, site):
    (site / "content").rename(site / "elsewhere")
    (site / "content/pages").mkdir(parents=True)

    assert readings()["content"]["state"] == "mend"
    assert readings("--content", "elsewhere")["content"]["state"] == "good"


def test_the_first_few_problems_of_content_are_told(readings, site):
    path = site / "content/2568/result.yml"
    path.write_text("fiscal_year: 2568\n" + "".join(f"x{n}: 1\n" for n in range(9)), "utf-8")

    one = readings()["content"]

    assert one["state"] == "mend"
    assert one["what"].startswith("9 problems\n    content/2568/result.yml:2: unknown key 'x0'")
    assert one["what"].count("unknown key") == 3


def test_waivers_that_end_soon_are_told(readings, site):
    (site / "content/waivers.yml").write_text(
        "waivers:\n- {code: DIS101, item: O1, reason: ก, until: 2020-01-31, by: ก}\n"
        "- {code: DIS102, item: O2, reason: ก, until: 2399-01-31, by: ก}\n",
        encoding="utf-8",
    )

    one = readings()["waivers"]

    assert one["state"] == "look"
    assert "DIS101 O1" in one["what"]
    assert "DIS102" not in one["what"]


def test_an_output_folder_of_somebody_else_is_told(readings, site):
    (site / "site").mkdir()
    (site / "site/own.html").write_text("mine")

    assert readings()["output folder"]["state"] == "mend"


def test_an_output_folder_of_ours_is_in_order(readings, site):
    (site / "site").mkdir()
    (site / "site/prongsai.txt").write_text("ours")

    one = readings()["output folder"]

    assert one["state"] == "good"
    assert "built before" in one["what"]


def test_an_output_folder_where_none_can_be_is_told(readings, site):
    (site / "mkdocs.yml").write_text(CONFIG + "site_dir: mkdocs.yml/site\n", encoding="utf-8")

    assert readings()["output folder"]["state"] == "mend"


def test_a_cache_that_cannot_be_written_only_costs_time(readings, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("a file where a folder goes")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert readings()["cache folder"]["state"] == "look"


@pytest.mark.parametrize(("megabytes", "state"), [(50, "mend"), (500, "look"), (5000, "good")])
def test_a_disk_without_room_is_told(readings, monkeypatch, megabytes, state):
    from prongsai.doctor import places

    usage = type("Usage", (), {"free": megabytes * 1_000_000})
    monkeypatch.setattr(places.shutil, "disk_usage", lambda _: usage)

    assert readings()["free space"]["state"] == state


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses these names itself")
@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a:b.pdf"], "refused by Windows"),
        (["CON.txt"], "refused by Windows"),
        (["end."], "refused by Windows"),
        ([b"\xff.pdf"], "refused by Windows"),
        (["ก" * 80 + ".pdf", "x" * 200], "longer than 180"),
        (["O2.pdf", "o2.pdf"], "differ in case alone"),
    ],
)
def test_names_that_another_system_would_refuse_are_told(readings, site, names, told):
    folder = site / "content/2568/files"
    for name in names:
        path = os.fsencode(folder) + b"/" + (name if isinstance(name, bytes) else name.encode())
        with open(path, "w"):  # noqa: PTH123
            pass

    one = readings()["file names"]

    assert one["state"] == "look"
    assert told in one["what"]


def test_pages_whose_addresses_clash_are_told(readings, site):
    for name in ("News.md", "news.md"):
        (site / "content/pages" / name).write_text("# ข่าว", encoding="utf-8")

    assert "site/News = site/news" in readings()["file names"]["what"]


def test_another_version_of_prongsai_than_the_site_asks_for_is_told(readings, site):
    path = site / "requirements.txt"
    path.write_text("./wheels/prongsai-0.0.9-py3-none-any.whl\n", encoding="utf-8")

    assert "prongsai " in readings()["pinned versions"]["what"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder that is in use")
def test_a_working_directory_that_is_gone_is_told(run, site, tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    result = run("doctor")

    assert result.exit_code == 1
    assert "[good] Python" in result.stdout


def test_versions_that_differ_from_those_that_are_pinned_are_told(readings, site):
    path = site / "requirements.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + 'pydantic==1.0 ; python_version >= "3"\nnone==1.0\n', encoding="utf-8")

    one = readings()["pinned versions"]

    assert one["state"] == "look"
    assert "pydantic" in one["what"]
    assert "none" not in one["what"]


def test_a_package_that_is_missing_or_unfit_is_told(readings, monkeypatch):
    from prongsai.doctor import installation

    installed, other = installation._installed, {"segno": None, "mkdocs": "2.0"}
    monkeypatch.setattr(
        installation,
        "_installed",
        lambda name: other[name] if name in other else installed(name),
    )

    told = readings()

    assert told["packages"]["state"] == "mend"
    assert "segno - (>=1.6)" in told["packages"]["what"]
    assert told["MkDocs and theme"]["state"] == "mend"
    assert "MkDocs 2.0" in told["MkDocs and theme"]["what"]


def test_a_theme_that_is_not_found_is_told(readings, monkeypatch):
    from prongsai.doctor import installation

    monkeypatch.setattr(installation, "entry_points", lambda group, name: ())

    assert "mkdocs.themes: prongsai" in readings()["MkDocs and theme"]["what"]


def test_an_old_python_is_told(readings, monkeypatch):
    from prongsai.doctor import installation

    monkeypatch.setattr(installation, "_OLDEST", (9, 9))

    assert readings()["Python"]["state"] == "mend"


WHATEVER = [ImportError("no module"), RecursionError(), KeyError("k"), ValueError("ก\nข")]


@pytest.mark.parametrize("error", WHATEVER, ids=lambda e: type(e).__name__)
def test_a_check_that_breaks_is_told_and_the_others_go_on(site, monkeypatch, error, run):
    def broken(*_):
        raise error

    monkeypatch.setattr("prongsai.doctor.project.Project.site", property(broken))
    monkeypatch.setattr("prongsai.doctor.places.shutil.disk_usage", broken)

    result = run("doctor")

    assert result.exit_code == 1
    assert f"the check content: failed ({type(error).__name__}" in result.stdout
    assert "the check disk: failed" in result.stdout
    assert "[good] output folder" in result.stdout


def test_it_runs_where_the_packages_cannot_be_imported(site):
    """As after half an installation: each of them breaks when it is imported."""
    broken = (
        "pydantic",
        "mkdocs",
        "ruamel",
        "jinja2",
        "packaging",
        "platformdirs",
        "prongsai_theme",
    )
    script = (
        "import sys\n"
        f"for name in {broken!r}: sys.modules[name] = None\n"
        "from prongsai.cli import cli\n"
        "cli(['doctor', '--lang', 'en'])\n"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")

    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    assert "[good] Python" in done.stdout
    assert "the check content: failed (ModuleNotFoundError" in done.stdout
    assert "not in order" in done.stdout


def test_the_doctor_is_among_the_commands():
    assert "doctor" in cli.list_commands(None)


def test_a_year_that_was_not_opened_yet_is_told_with_the_command_that_opens_it(readings, site):
    for year in (2567, 2569):
        for path in sorted((site / f"content/{year}").rglob("*"), reverse=True):
            path.unlink()
        (site / f"content/{year}").rmdir()

    told = readings()["year"]

    assert told["state"] == "look"
    assert told["cure"] == "open the new year with prongsai rollover 2569"


@pytest.mark.parametrize(
    ("today", "state", "cure"),
    [
        (date(2026, 9, 30), "good", ""),
        (date(2026, 10, 1), "look", "this version does not know the items of FY2570"),
    ],
)
def test_a_year_that_the_catalogue_does_not_have_yet_is_told(site, today, state, cure):
    [reading] = contents.year(Project(site, today, None))

    assert reading.state.value == state
    assert reading.cure.en.startswith(cure)
