"""The shape of the code: who may import whom, who touches files, and how long things may be.

A unit is a module or package directly under prongsai/.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import prongsai

ROOT = Path(prongsai.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
BY_MODULE = pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())

WORDS = {"problems", "thai", "models"}
YAML = {"yamlsyntax", "yamlevents", "yamlfile"}
SUMS = {"scoring", "levels", "coverage", "projection", "fixes", "required_span"}
BUILDERS = {
    "checks",
    "reports",
    "pages",
    "look",
    "opendata",
    "urls",
    "submission",
    "submission_sheet",
    "sheets",
    "metadata",
    "updates",
}
EDGE = {"adding", "atomic", "beside", "inspection", "keeping", "manifest", "offline", "printing"}
LOADING = {
    "paths",
    "locks",
    "workbooks",
    "frameworks",
    "tables",
    "documents",
    "drawings",
    "emblems",
    "references",
    "contentpaths",
    "content",
}
MAY_IMPORT = {
    # from the bottom up
    "problems": set(),
    "markup": set(),
    "english": {"markup"},
    "thai": {"problems"},
    "thai_repair": set(),
    "recognition": WORDS | {"scoring"},
    "intake": WORDS
    | {
        "content",
        "contentpaths",
        "frameworks",
        "inspection",
        "recognition",
        "tables",
        "thai_repair",
        "workbooks",
    }
    | {"revision", "yamlediting"},
    "models": {"problems", "thai"},
    "paths": {"thai"},
    "atomic": {"problems"},
    "adding": {"problems", "paths", "atomic"},
    "yamlsyntax": {"problems"},
    "yamlevents": {"problems", "models", "yamlsyntax"},
    "yamlfile": {"problems", "models", "yamlevents"},
    "yamlwriting": set(),
    "yamlnodes": set(),
    "yamlbrackets": set(),
    "yamlmoving": {"yamlnodes", "yamlwriting"},
    "yamlediting": {"yamlbrackets", "yamlmoving", "yamlnodes", "yamlwriting"},
    "revision": {"yamlediting", "yamlfile"},
    "frameworks": WORDS | {"yamlfile"},
    "schemas": WORDS | {"yamlevents"},
    "tables": WORDS | {"workbooks"},
    "workbooks": WORDS,
    "documents": WORDS | {"paths", "tables"},
    "drawings": {"problems"},
    "emblems": WORDS | {"drawings", "paths"},
    "references": WORDS,
    "locks": WORDS | {"paths"},
    "contentpaths": {"thai"},
    "content": WORDS | LOADING | {"yamlfile"},
    # pure over Site
    "palette": {"problems"},
    "look": WORDS | {"palette"},
    "scoring": WORDS,
    "levels": WORDS | {"scoring"},
    "coverage": WORDS | {"required_span", "scoring", "levels"},
    "projection": WORDS | {"coverage", "scoring"},
    "fixes": WORDS | {"coverage", "projection"},
    "required_span": WORDS,
    "repacking": set(),
    "search": {"thai"},
    "urls": WORDS | {"coverage"},
    "submission": WORDS | SUMS | {"urls"},
    "sheets": {"repacking"},
    "stylesheet": set(),
    "submission_sheet": WORDS | SUMS | {"submission", "opendata", "sheets"},
    "checks": WORDS | SUMS | {"palette", "urls", "__init__"},
    "reports": WORDS | SUMS | {"checks", "repacking"},
    "pages": WORDS | SUMS | {"checks", "opendata", "reports", "updates"},
    "opendata": WORDS | SUMS | {"urls"},
    "metadata": WORDS | SUMS | {"opendata", "urls"},
    "updates": WORDS | SUMS | {"urls"},
    "rollover": WORDS | SUMS | {"yamlediting", "yamlwriting"},
    "todo": WORDS | SUMS | {"checks", "opendata", "sheets", "urls"},
    # the edge
    "keeping": set(),
    "inspection": WORDS | {"atomic", "content", "keeping", "paths", "yamlevents", "__init__"},
    "workbook": WORDS
    | {"content", "contentpaths", "repacking", "revision", "sheets", "yamlediting", "yamlwriting"},
    "offline": WORDS | {"atomic", "markup"},
    "printing": WORDS | {"reports", "atomic"},
    "manifest": WORDS | {"opendata", "reports"},
    "beside": WORDS | BUILDERS | {"manifest"},
    "plain": WORDS | SUMS | BUILDERS | {"atomic", "beside", "manifest", "paths", "printing"},
    "plugin": WORDS
    | SUMS
    | BUILDERS
    | EDGE
    | {"content", "english", "locks", "paths", "plain", "search", "stylesheet", "__init__"},
    "doctor": WORDS | {"atomic", "content", "frameworks", "keeping", "paths", "plugin", "__init__"},
    "cli": WORDS
    | SUMS
    | BUILDERS
    | YAML
    | LOADING
    | EDGE
    | {
        "doctor",
        "intake",
        "plain",
        "plugin",
        "recognition",
        "revision",
        "rollover",
        "scaffold",
        "schemas",
        "todo",
        "workbook",
        "__init__",
    },
    "scaffold": WORDS
    | {"atomic", "frameworks", "pages", "repacking", "reports", "schemas", "sheets", "yamlwriting"}
    | {"__init__"},
    "__main__": {"cli"},
    "__init__": set(),
}
OWNERS = {
    "mkdocs": {"plugin"},
    "click": {"cli"},
    "ruamel": {"yamlediting", "yamlevents", "yamlmoving", "yamlnodes", "yamlsyntax"},
    "pydantic": {"models", "schemas", "yamlfile"},
    "docxtpl": {"reports"},
    "docx": {"intake", "reports", "scaffold"},
    "typst": {"reports", "scaffold"},
    "pdfplumber": {"intake"},
    "pypdfium2": {"inspection", "intake"},
    "stdnum": {"inspection"},
    "tinycss2": {"stylesheet"},
    "rjsmin": {"plugin", "search"},
}
PURE = (
    WORDS
    | SUMS
    | {
        "drawings",
        "english",
        "look",
        "markup",
        "palette",
        "references",
        "yamlsyntax",
        "yamlevents",
        "yamlwriting",
        "yamlediting",
        "reports",
        "metadata",
        "opendata",
        "updates",
        "rollover",
        "search",
        "stylesheet",
        "todo",
    }
)
# Of the workbook only these know files and openpyxl.
WORKBOOK_EDGE = {ROOT / "workbook" / name for name in ("drawing.py", "opening.py", "exchange.py")}
# A renderer of reports reads its template, and nothing else.
READS_ITS_TEMPLATE = {ROOT / "reports" / "docx.py"}
FILE_LIBRARIES = {"os", "shutil", "tempfile", "glob", "subprocess", "socket", "urllib.request"}
FILE_METHODS = {
    "exists",
    "glob",
    "is_dir",
    "is_file",
    "iterdir",
    "mkdir",
    "open",
    "read_bytes",
    "read_text",
    "resolve",
    "rglob",
    "stat",
    "unlink",
    "write_bytes",
    "write_text",
}
CLOCKS = {"now", "today", "utcnow"}
CATCHES_WHATEVER_COMES = {ROOT / "doctor/__init__.py"}
"""The doctor tells what broke, whatever it is, and goes on with its other checks."""
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40


@cache
def nodes(path):
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def unit(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


PURE_MODULES = [
    path
    for path in MODULES
    if unit(path) in PURE | {"workbook"} and path not in READS_ITS_TEMPLATE | WORKBOOK_EDGE
]


def imported(path):
    """Yield each imported module; of `from a import b`, `a.b`."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def imported_units(path):
    names = [name.split(".") for name in imported(path) if name.split(".")[0] == "prongsai"]
    return {part[1] if part[1:] and part[1] in MAY_IMPORT else "__init__" for part in names}


@BY_MODULE
def test_imports_are_allowed(path):
    assert unit(path) in MAY_IMPORT, f"say in MAY_IMPORT what {unit(path)} may import"

    forbidden = imported_units(path) - MAY_IMPORT[unit(path)] - {unit(path)}

    assert not forbidden, f"{unit(path)} must not import {', '.join(sorted(forbidden))}"


def test_the_order_of_the_units_has_no_circle():
    placed = []
    waiting = dict(MAY_IMPORT)

    while ready := [name for name, needs in waiting.items() if needs - {name} <= set(placed)]:
        placed += ready
        waiting = {name: needs for name, needs in waiting.items() if name not in ready}

    assert not waiting, f"these units wait for each other: {', '.join(waiting)}"


@pytest.mark.parametrize(("library", "owners"), OWNERS.items())
def test_a_library_stays_with_its_owners(library, owners):
    users = {
        unit(path)
        for path in MODULES
        if any(name.split(".")[0] == library for name in imported(path))
    }

    assert users == owners


@pytest.mark.parametrize("path", PURE_MODULES, ids=lambda p: p.name)
def test_a_pure_module_touches_no_file_and_no_clock(path):
    libraries = {
        name for name in imported(path) if name.split(".")[0] in FILE_LIBRARIES | {"openpyxl"}
    }
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    names = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}

    assert not libraries
    assert "open" not in names
    assert not methods & (FILE_METHODS | CLOCKS)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path not in CATCHES_WHATEVER_COMES], ids=lambda p: p.name
)
def test_no_module_swallows_every_error(path):
    caught = {
        name.id
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        for name in ast.walk(node.type or ast.Name("everything"))
        if isinstance(name, ast.Name)
    }

    assert not caught & {"everything", "Exception", "BaseException"}


@BY_MODULE
def test_a_module_is_short(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= LONGEST_MODULE, f"{path.name} has {lines} lines: split it by subject"


@BY_MODULE
def test_a_function_is_short(path):
    functions = [n for n in nodes(path) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    long = [f.name for f in functions if f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION]

    assert not long, f"{path.name}: more than {LONGEST_FUNCTION} lines: {', '.join(long)}"


IMPORT_EACH_ALONE = """
import importlib, sys, traceback
failed = 0
for name in sys.argv[1:]:
    for ours in [m for m in sys.modules if m.split(".")[0] == "prongsai"]:
        del sys.modules[ours]
    try:
        importlib.import_module(name)
    except BaseException:
        failed = 1
        print(name, traceback.format_exc())
sys.exit(failed)
"""


def test_every_module_imports_alone():
    """Each begins with none of ours imported, so that a circle cannot hide behind an order."""
    parts = (path.relative_to(ROOT.parent).with_suffix("").parts for path in MODULES)
    names = [".".join(part).removesuffix(".__init__") for part in parts]
    names.remove("prongsai.__main__")  # runs the command line

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_EACH_ALONE, *names],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
