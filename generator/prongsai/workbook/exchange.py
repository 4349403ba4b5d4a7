"""The content of a directory to a workbook, and a workbook that was filled in back to content.

Nothing is written here: what would change is returned, once all of it was found right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.content import load_site
from prongsai.contentpaths import yaml_paths
from prongsai.models.site import Site
from prongsai.problems import ContentError, Problem
from prongsai.revision import Change, revised, text_of
from prongsai.workbook.book import drafts_of, parts_of, rows_by_part, sheets_of
from prongsai.workbook.cells import CellProblem, Grid, Place, Rows, WorkbookError
from prongsai.workbook.draft import Content, Draft, Where
from prongsai.workbook.drawing import workbook_bytes
from prongsai.workbook.items import items_written
from prongsai.workbook.judging import cell_problem, laid_out
from prongsai.workbook.merging import merged
from prongsai.workbook.parts import File, Part
from prongsai.workbook.renewing import remembered, without_renewals
from prongsai.workbook.showing import missing_files
from prongsai.workbook.stamp import (
    NO_STAMP,
    content_at_export,
    is_same_agency,
    other_agency,
    stamp,
)
from prongsai.workbook.taking_over import conflict, kept
from prongsai.yamlediting import said

_AGENCY: File = (None, "agency")

Texts = Mapping[File, tuple[Path, str]]
"""The path and the text of each file; empty where there is none yet."""


def years_of(root: Path) -> list[int]:
    """Return the years of a content directory. Raises ContentError when it does not load."""
    return [year.fiscal_year for year in load_site(root).years]


def exported(root: Path, years: Sequence[int] = ()) -> bytes:
    """Return the workbook of a content directory, of all its years or of some.

    Raises ContentError when the content does not load.
    """
    site = load_site(root)
    chosen = years or [year.fiscal_year for year in site.years]
    contents = _contents(_texts(root))
    remembered = {file: said for file, said in contents.items() if file[0] in (None, *chosen)}
    return workbook_bytes(sheets_of(parts_of(site), contents, chosen), stamp(remembered))


@dataclass(frozen=True)
class Import:
    """What a workbook comes to in a content directory."""

    changes: tuple[Change, ...]
    told: tuple[CellProblem, ...]
    """Drafts that are closed by their evidence, and documents that are not there yet."""
    kept: tuple[CellProblem, ...]
    """Cells that are older than the content, which stays as it is."""
    stamp: tuple[str, ...]
    """What the workbook is to remember once the changes are written; nothing, where it does already."""


def imported(root: Path, grids: Sequence[Grid]) -> Import:
    """Return what a workbook changes in a content directory.

    Raises WorkbookError with all that is wrong with the workbook, ContentError when the content
    did not load before.
    """
    parts = parts_of(load_site(root))
    texts = _texts(root)
    rows, problems = rows_by_part(parts, grids)
    if not rows:
        raise WorkbookError(problems)
    now, then = _contents(texts), content_at_export(grids)
    if then is None:
        raise WorkbookError([NO_STAMP])
    _refuse_others(then, now, parts, rows)
    problems += _found(root, texts, then, parts, rows)
    drafts = drafts_of(parts, rows, then, frozenset(problem.place for problem in problems))
    results = {file: merged(draft, now.get(file, {})) for file, draft in drafts.items()}
    problems += [conflict(found) for one in results.values() for found in one.conflicts]
    # What is right on each side may still not go together.
    problems = problems or _judged(root, texts, {f: one.draft for f, one in results.items()})
    if problems:
        raise WorkbookError(problems)
    after = {file: one.draft for file, one in results.items()}
    told = [
        one
        for file, draft in drafts.items()
        for one in without_renewals(draft, after[file], now.get(file, {}))
    ]
    changes = tuple(_changes(texts, after))
    told += _missing(load_site(root, drafts={one.path: one.after for one in changes}), after)
    older = sorted({kept(found) for one in results.values() for found in one.kept})
    exported_now = then | {file: remembered(draft) for file, draft in drafts.items()}
    new_stamp = stamp(exported_now) if exported_now != then else ()
    return Import(changes, tuple(sorted(told)), tuple(older), new_stamp)


def _missing(site: Site, drafts: Mapping[File, Draft]) -> Iterator[CellProblem]:
    for (number, stem), draft in drafts.items():
        if number and stem == "disclosure":
            year = site.year_by_number[number]
            yield from missing_files(draft, items_written(draft.content), year)


def _refuse_others(
    then: Mapping[File, Content],
    now: Mapping[File, Content],
    parts: Sequence[Part],
    rows: Mapping[str, Rows],
) -> None:
    """Raise WorkbookError for the workbook of another agency.

    The agency may have got its name from this very workbook, in an import before.
    """
    exported_from, here = then[_AGENCY], now[_AGENCY]
    draft = drafts_of(parts, rows, then).get(_AGENCY)
    filled_in = draft.content if draft else exported_from
    if not is_same_agency(exported_from, here) and not is_same_agency(filled_in, here):
        raise WorkbookError([other_agency(exported_from, here)])


def _texts(root: Path) -> Texts:
    return {file: (path, text_of(path) if path.exists() else "") for file, path in yaml_paths(root)}


def _contents(texts: Texts) -> dict[File, Content]:
    return {file: said(text) for file, (_, text) in texts.items() if text}


def _found(
    root: Path,
    texts: Texts,
    contents: Mapping[File, Content],
    parts: Sequence[Part],
    rows: Mapping[str, Rows],
) -> list[CellProblem]:
    """Return all that is wrong with the rows, and not only what is seen first.

    What is known to be wrong is left out, cells at first and then their rows, and the rest is
    judged again, until it holds nothing new.
    """
    problems: list[CellProblem] = []
    refused: frozenset[Place] = frozenset()
    wary = False
    while rows:
        drafts = drafts_of(parts, rows, contents, refused, wary=wary)
        found = [p for draft in drafts.values() for p in draft.problems]
        found = found or _judged(root, texts, drafts)
        new = [problem for problem in found if problem.place not in refused]
        if not new and (wary or not found):
            break
        wary = not new
        problems += new
        refused |= {problem.place for problem in new}
    return problems


def _judged(root: Path, texts: Texts, drafts: Mapping[File, Draft]) -> list[CellProblem]:
    """Return what the models find wrong with the drafts, each at the cell that it came from."""
    laid = {
        file: laid_out(draft.content, draft.earlier)
        for file, draft in drafts.items()
        if draft.content
    }
    try:
        load_site(root, drafts={texts[file][0]: text for file, (text, _) in laid.items()})
    except ContentError as error:
        by_name = {_shown(texts[file][0], root): file for file in laid}
        lines = {file: where for file, (_, where) in laid.items()}
        return [_told(problem, by_name, lines, drafts) for problem in error.problems]
    return []


def _shown(path: Path, root: Path) -> str:
    """Return how problems of the content name a file."""
    return f"{root.as_posix()}/{path.relative_to(root).as_posix()}"


def _told(
    problem: Problem,
    by_name: Mapping[str, File],
    lines: Mapping[File, tuple[Where, ...]],
    drafts: Mapping[File, Draft],
) -> CellProblem:
    file = by_name.get(problem.where.file)
    if file is None:
        return CellProblem(Place(), problem.message, problem.hint)
    return cell_problem(problem, drafts[file], lines[file])


def _changes(texts: Texts, drafts: Mapping[File, Draft]) -> Iterator[Change]:
    for file, draft in drafts.items():
        if draft.content != draft.earlier:
            yield revised(*texts[file], draft.content)
