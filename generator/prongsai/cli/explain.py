"""prongsai explain"""

from __future__ import annotations

import click

from prongsai.checks import explain, explain_all
from prongsai.cli.options import current_lang, emit, lang_option


@click.command("explain")
@click.argument("code", required=False)
@lang_option
def command(code: str | None) -> None:
    """แสดงหรืออธิบายข้อตรวจ / List the checks, or say what one looks at, why, and how to mend it."""
    emit(explain(code, current_lang()) if code else explain_all(current_lang()))
