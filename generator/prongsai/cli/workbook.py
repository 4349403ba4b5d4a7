"""prongsai workbook"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from prongsai import thai
from prongsai.atomic import UnwritableError, write_file, write_files
from prongsai.cli.options import content_option, content_path, lang_option, say
from prongsai.problems import Lang, ProngsaiError, Text
from prongsai.workbook.cells import CellProblem
from prongsai.workbook.exchange import exported, imported, years_of
from prongsai.workbook.opening import opened, refuse_open
from prongsai.workbook.stamping import stamped

_FILE = Path("prongsai-workbook.xlsx")
_NEXT = Text("ต่อไป: prongsai check แล้ว prongsai build", "next: prongsai check, then prongsai build")
_XLSX = click.Path(path_type=Path)


@click.group("workbook")
def command() -> None:
    """กรอกข้อมูลใน Excel / The content as one Excel workbook: export it, fill it in, import it."""


@command.command("export")
@click.argument("file", type=_XLSX, default=_FILE, metavar="[FILE.xlsx]")
@click.option(
    "--year",
    "years",
    multiple=True,
    metavar="YEAR",
    help="เฉพาะปีนี้ ใส่ซ้ำได้ / Only this year; may be repeated (default: all).",
)
@click.option(
    "--replace",
    is_flag=True,
    help="เขียนทับไฟล์เดิม / Replace a file that is there already.",
)
@content_option
@lang_option
def export_command(
    file: Path, years: tuple[str, ...], replace: bool, content_dir: str | None
) -> None:
    """ส่งออกเป็น Excel / Write the content as one Excel workbook."""
    if file.suffix.lower() != ".xlsx":
        raise NotXlsxError(file)
    refuse_open(file)
    if file.exists() and not replace:
        raise FilledInError(file)
    root = content_path(content_dir)
    write_file(file, exported(root, _years(root, years)))
    say(Text(f"เขียนแล้ว: {file}", f"written: {file}"))


@command.command("import")
@click.argument("file", type=_XLSX, metavar="FILE.xlsx")
@click.option(
    "--dry-run",
    is_flag=True,
    help="แสดงสิ่งที่จะเปลี่ยน แต่ไม่เขียน / Show what would change, and write nothing.",
)
@content_option
@lang_option
def import_command(file: Path, dry_run: bool, content_dir: str | None) -> None:
    """นำเข้าจาก Excel / Take a workbook over into the YAML files: all of it, or nothing."""
    found = imported(content_path(content_dir), opened(file))
    if dry_run:
        for change in found.changes:
            click.echo(change.diff(), nl=False)
    else:
        write_files({change.path: change.written for change in found.changes})
    _say_what_changed([change.path for change in found.changes], dry_run=dry_run)
    for one in found.told:
        say(Text(one.told(Lang.TH), one.told(Lang.EN)))
    _say_what_was_kept(found.kept)
    if found.stamp and not dry_run:
        _remember(file, found.stamp)
    if found.changes and not dry_run:
        say(_NEXT)


def _years(root: Path, asked: tuple[str, ...]) -> list[int]:
    known = years_of(root)
    years = [thai.arabic(year) for year in asked]
    for year in years:
        if not year.isdecimal() or int(year) not in known:
            raise NoSuchYearError(year, known)
    return [int(year) for year in years]


def _say_what_changed(paths: list[Path], *, dry_run: bool) -> None:
    listed = ", ".join(path.as_posix() for path in paths)
    files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
    if not paths:
        say(Text("ไม่มีอะไรเปลี่ยน", "nothing changes"))
    elif dry_run:
        say(
            Text(
                f"จะเปลี่ยน {len(paths)} ไฟล์ (ยังไม่ได้เขียน): {listed}",
                f"would change {files} (nothing was written): {listed}",
            )
        )
    else:
        say(Text(f"เปลี่ยน {len(paths)} ไฟล์: {listed}", f"changed {files}: {listed}"))


def _say_what_was_kept(kept: Sequence[CellProblem]) -> None:
    for one in kept:
        say(Text(one.told(Lang.TH), one.told(Lang.EN)))
    if kept:
        say(
            Text(
                "ถ้าจะกรอกต่อจากค่าใหม่ ให้ส่งออกไฟล์ใหม่ด้วย prongsai workbook export",
                "to go on from the newer values, export a new workbook with prongsai workbook export",
            )
        )


def _remember(file: Path, stamp: Sequence[str]) -> None:
    """Write into the workbook what was taken over, so that the next import knows what is new."""
    try:
        write_file(file.resolve(), stamped(file.read_bytes(), stamp))
    except (OSError, UnwritableError):
        say(
            Text(
                f"นำเข้าแล้ว แต่จดลงใน {file} ไม่ได้ ก่อนกรอกเพิ่มให้ส่งออกไฟล์ใหม่ด้วย prongsai workbook export",
                f"it is taken over, but {file} cannot be written: before filling in more, export a new one with "
                "prongsai workbook export",
            )
        )


class NoSuchYearError(ProngsaiError):
    """The content has no folder of a year."""

    def __init__(self, year: str, known: list[int]) -> None:
        listed = ", ".join(map(str, known))
        super().__init__(
            Text(
                f"ไม่มีปี {year} ในเนื้อหา ปีที่มี: {listed}",
                f"the content has no year {year}; it has {listed}",
            )
        )


class NotXlsxError(ProngsaiError):
    """A workbook was asked for under a name that Excel would take for something else."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            Text(f"{file}: ชื่อไฟล์ต้องลงท้ายด้วย .xlsx", f"{file}: the name must end in .xlsx")
        )


class FilledInError(ProngsaiError):
    """A workbook is there already, and may have been filled in."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            Text(
                f"{file}: มีไฟล์นี้อยู่แล้ว อาจมีข้อมูลที่กรอกไว้ จึงไม่เขียนทับ ให้ตั้งชื่อใหม่ หรือใส่ --replace",
                f"{file}: is there already and may have been filled in, so it is not replaced; "
                "choose another name, or give --replace",
            )
        )
