"""prongsai generate"""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.options import content_option, content_path, lang_option, say
from prongsai.inspection.sites import load_inspected
from prongsai.plain import write_plain_site
from prongsai.problems import Text


@click.command("generate")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@content_option
@lang_option
def command(directory: Path, content_dir: str | None) -> None:
    """เขียนหน้า Markdown / Write the Markdown pages and a plain mkdocs.yml.

    No plugin is needed to build them, and hand-written pages are copied along.
    """
    root = content_path(content_dir)
    written = write_plain_site(load_inspected(root), directory, by_hand=root / "pages")
    for error in written.errors:
        say(error.text)
    count = written.pages
    say(Text(f"เขียน {count} หน้าใน {directory}", f"{count} pages written to {directory}"))
