"""prongsai doctor"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from prongsai.cli.options import content_option, current_lang, emit, format_option, lang_option
from prongsai.doctor import Project, Reading, State, examine
from prongsai.problems import Lang, Text


@click.command("doctor")
@content_option
@format_option("text", "json")
@lang_option
def command(content_dir: str | None, output_format: str) -> None:
    """ตรวจความพร้อมของเครื่องและโฟลเดอร์ / Say whether program, site and folders are in order.

    Exits 0 when nothing must be mended, 1 otherwise. Writes nothing and needs no network.
    """
    readings = examine(Project(_here(), date.today(), content_dir))
    show = _json if output_format == "json" else _text
    emit(show(readings, current_lang()))
    raise SystemExit(any(one.state is State.MEND for one in readings))


def _here() -> Path:
    """Return the working directory, also when somebody has deleted it: the checks tell the rest."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _text(readings: Sequence[Reading], lang: Lang) -> str:
    counted = Counter(one.state for one in readings)
    total = ", ".join(f"{state.word.told(lang)} {counted[state]}" for state in State)
    ready = not counted[State.MEND]
    verdict = Text("พร้อมใช้", "in order") if ready else Text("ยังไม่พร้อม", "not in order")
    lines = [one.told(lang) for one in readings]
    return "\n".join([*lines, "", f"{verdict.told(lang)} ({total})"])


def _json(readings: Sequence[Reading], lang: Lang) -> str:
    told = [
        {
            "state": one.state.value,
            "subject": one.subject.told(lang),
            "what": one.what.told(lang),
            "cure": one.cure.told(lang),
        }
        for one in readings
    ]
    ready = all(one.state is not State.MEND for one in readings)
    return json.dumps({"ready": ready, "readings": told}, ensure_ascii=False, indent=2)
