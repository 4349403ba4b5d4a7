"""prongsai schema"""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.adding import add_files
from prongsai.cli.options import lang_option, say
from prongsai.problems import Text
from prongsai.schemas import MADE_BY, schema_files


@click.command("schema")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@lang_option
def command(directory: Path) -> None:
    """เขียน JSON Schema ให้โปรแกรมแก้ไข / Write the JSON Schemas that an editor checks the YAML with.

    Schemas of an earlier version are replaced; files of somebody else are not (exit 2).
    """
    files = {name: text.encode("utf-8") for name, text in schema_files().items()}
    written = add_files(directory, files, replaceable=lambda old: MADE_BY.encode() in old)
    count, left = len(written), len(files) - len(written)
    say(
        Text(
            f"เขียน JSON Schema {count} ไฟล์ใน {directory} (ไม่เปลี่ยน {left} ไฟล์)",
            f"{count} schemas written to {directory} ({left} unchanged)",
        )
    )
