"""What an installed prongsai must be able to find, editable or from a wheel."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import pytest
from mkdocs.theme import Theme

import prongsai
import prongsai_theme
from prongsai import frameworks

DATA_SUFFIXES = {".yml", ".jinja", ".css", ".html", ".xml", ".typed"}


def data_files(package):
    """The files of a package that are no Python, by their names in a wheel."""
    root = Path(package.__file__).parent
    return {
        path.relative_to(root.parent).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }


def test_frameworks_are_shipped():
    assert {2564, 2568, 2569} <= set(frameworks.known_years())


def test_page_templates_are_shipped():
    templates = files("prongsai.pages") / "templates"

    assert (templates / "item.md.jinja").is_file()


def test_the_package_says_that_it_is_typed():
    assert (files("prongsai") / "py.typed").is_file()


def test_the_plugin_loads_by_name():
    [plugin] = entry_points(group="mkdocs.plugins", name="prongsai")

    assert plugin.load().__name__ == "ProngsaiPlugin"


def test_the_theme_loads_by_name():
    theme = Theme(name="prongsai")

    assert theme.get_env().get_template("main.html")
    assert theme["language"] == "th"


def test_the_command_loads_by_name():
    [script] = entry_points(group="console_scripts", name="prongsai")

    assert callable(script.load())


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "prongsai", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == f"prongsai, version {prongsai.__version__}"


@pytest.fixture(scope="session")
def wheel(repo, tmp_path_factory):
    """The names of the files in the wheel that `python -m build` makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*command, str(repo)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = folder.glob("*.whl")
    with ZipFile(path) as opened:
        return set(opened.namelist())


def test_the_wheel_holds_every_data_file(wheel):
    expected = data_files(prongsai) | data_files(prongsai_theme)

    assert {Path(name).suffix for name in expected} >= DATA_SUFFIXES
    assert expected - wheel == set()


def test_the_wheel_holds_nothing_but_the_two_packages(wheel):
    tops = {name.partition("/")[0] for name in wheel}

    assert tops == {"prongsai", "prongsai_theme", f"prongsai-{prongsai.__version__}.dist-info"}
