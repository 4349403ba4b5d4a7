"""prongsai serve"""

from __future__ import annotations

import os
from pathlib import Path

import click

from prongsai.cli.options import config_option, content_option, current_lang, lang_option
from prongsai.plugin.run import serve


@click.command("serve")
@content_option
@config_option
@click.option(
    "-a",
    "--address",
    metavar="IP:PORT",
    help="ที่อยู่ที่เปิดดู / Where to serve (default: 127.0.0.1:8000).",
)
@click.option(
    "--open", "open_browser", is_flag=True, help="เปิดเบราว์เซอร์ให้ / Open the site in a browser."
)
@lang_option
def command(
    content_dir: str | None, config_file: Path, address: str | None, open_browser: bool
) -> None:
    """เปิดดูเว็บไซต์ในเครื่อง / Serve the site; every save of a YAML file builds it anew."""
    os.environ["PRONGSAI_LANG"] = current_lang().value  # every rebuild makes its plugin anew
    serve(config_file, content_dir, address, open_browser=open_browser)
