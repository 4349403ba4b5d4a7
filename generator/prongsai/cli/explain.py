"""prongsai explain"""

from __future__ import annotations

import click

from prongsai.checks import explain
from prongsai.cli.options import current_lang, emit, lang_option


@click.command("explain")
@click.argument("code")
@lang_option
def command(code: str) -> None:
    """อธิบายข้อตรวจ / Say what a check looks at, why, and how to mend what it finds."""
    emit(explain(code, current_lang()))
