"""The search of the theme as a plugin: it gathers the index, and puts the scripts into the site.

It is registered as `prongsai/search`: MkDocs looks for the name with the theme's before it first, so
that `search` in mkdocs.yml, and a mkdocs.yml without `plugins`, mean this one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import write_file

from prongsai.models.agency import Digits
from prongsai.plugin.hooks import ProngsaiPlugin
from prongsai.search import Entry, entry, index_script, joined

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as BuiltPage
    from mkdocs.utils.templates import TemplateContext

INDEX = "search/index.js"
_SOURCES = "assets/prongsai/search/"
_SCRIPTS = {
    "assets/prongsai/search-open.js": ("open",),
    "assets/prongsai/search.js": (
        "fold",
        "query",
        "correct",
        "pages",
        "readings",
        "excerpt",
        "results",
    ),
}
"""The scripts of the site, and what each is joined of."""
_REPLACED = re.compile(r"^assets/javascripts/(?:workers|lunr)/")
"""What only Material's own search asks for."""


class SearchConfig(Config):
    """The options of the search in mkdocs.yml."""

    tables = opt.Type(bool, default=True)
    """Whether what stands in tables is found too."""


class SearchPlugin(BasePlugin[SearchConfig]):
    """Makes a site searchable in Thai."""

    entries: dict[str, Entry]
    """By the address of the page."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.entries = {}

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the joined scripts in the place of their sources, and drop Material's.

        Before other plugins do: ours for agencies drops the sources, for sites without a search.
        """
        sources = {file.src_uri: file for file in files if file.src_uri.startswith(_SOURCES)}
        unwanted = [file for file in files if _REPLACED.search(file.src_uri)]
        for file in [*sources.values(), *unwanted]:
            files.remove(file)
        for name, parts in _SCRIPTS.items():
            texts = (sources[f"{_SOURCES}{part}.js"].content_string for part in parts)
            files.append(File.generated(config, name, content=joined(texts)))
        return files

    @event_priority(-50)
    def on_page_context(
        self, context: TemplateContext, *, page: BuiltPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Take the page as its template will show it: after every plugin that changes it."""
        title, html = str(page.title or ""), page.content or ""
        found = entry(page.url, title, html, page.meta, tables=self.config.tables)
        if found:
            self.entries[page.url] = found

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        script = index_script(self.entries.values(), thai_digits=_shows_thai_digits(config))
        write_file(script.encode("utf-8"), str(Path(config.site_dir, INDEX)))


def _shows_thai_digits(config: MkDocsConfig) -> bool:
    """Say whether the agency, where the site is that of one, writes numbers with Thai digits."""
    maker = config.plugins.get("prongsai")
    return isinstance(maker, ProngsaiPlugin) and maker.site.agency.digits is Digits.THAI
