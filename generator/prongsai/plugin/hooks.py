"""The events: load the content, add its pages, files and data, order the navigation."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File

from prongsai.beside import beside_pages
from prongsai.checks import Finding, run_checks
from prongsai.english import english_marked
from prongsai.inspection.sites import load_inspected
from prongsai.keeping import kept
from prongsai.look import style_sheets, theme_pictures
from prongsai.models.published import Publication
from prongsai.models.site import Site
from prongsai.pages import Page, build_pages, escape
from prongsai.pages.navigation import navigation
from prongsai.pages.redirects import redirect_pages
from prongsai.plugin.heads import Heads
from prongsai.plugin.paper import on_paper
from prongsai.plugin.serving import keeping_pages
from prongsai.plugin.telling import tell_by_hand, tell_findings
from prongsai.plugin.theme import Theme, take_out_strays
from prongsai.plugin.versions import versioned, versions
from prongsai.printing import print_reports
from prongsai.problems import Lang, ProngsaiError, Text, lang_named
from prongsai.reports.files import ReportFile

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as BuiltPage
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)

Progress = Callable[[int, int], None]
"""Told how many pages are written, of how many."""


MARKER = "prongsai.txt"
"""A file that every site of ours has: a folder without it is never replaced."""
_MARKED = "This site is made by prongsai; a build replaces this folder whole.\n"


class ProngsaiConfig(Config):
    """The plugin's options in mkdocs.yml."""

    content_dir = opt.Type(str, default="content")
    """Where the YAML lives, relative to mkdocs.yml."""
    strict_findings = opt.Type(bool, default=False)
    """Whether any finding of the checks stops the build."""


class ProngsaiPlugin(BasePlugin[ProngsaiConfig]):
    """Makes the site of an agency from its content directory."""

    site: Site
    theme: Theme
    findings: list[Finding]
    pages: dict[str, Page]
    """The generated pages by path; a hand-written page of the same path takes the place of one."""
    progress: Progress | None = None
    lang: Lang | None = None
    """The language of messages; by default what PRONGSAI_LANG says."""
    record_on: date | None = None
    """The day to record of documents that were not published before; None to record nothing."""
    recorded: tuple[Publication, ...] = ()
    versions: dict[str, str]
    """Of the theme's own files, by their names."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load before anything of an earlier build is cleared away."""
        lang = self._lang
        if not config.use_directory_urls:
            raise PluginError(f"prongsai: {_DIRECTORY_URLS.told(lang)}")
        try:
            self.site = load_inspected(self.content_dir(config), self.config.content_dir)
        except ProngsaiError as error:
            raise PluginError(error.told(lang)) from error
        self.theme = Theme(config, lang)
        self.findings = run_checks(self.site)
        tell_findings(self.findings, lang, strict=self.config.strict_findings)
        # The agency's name stands in agency.yml alone: mkdocs.yml says what kind of site it is.
        name = escape.html(self.site.agency.short_name.th)  # the theme does not escape it
        if name not in config.site_name:
            config.site_name = f"{config.site_name} {name}"
        config.site_url = config.site_url or self.site.agency.address("")
        sheets = [path for path, _ in style_sheets(self.site)]
        config.extra_css = [*config.extra_css, *sheets]  # the default is one list for all sites
        for name, url in theme_pictures(self.site).items():
            if config.theme.get(name) in (None, _FAVICON):  # mkdocs.yml may name another
                config.theme[name] = url
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what is generated; a page that is written by hand wins."""
        take_out_strays(files, Path(config.docs_dir))
        self.theme.lighten(files, config)
        by_hand = {file.dest_uri: file.src_uri for file in files.documentation_pages()}
        own = {file.dest_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
        printed = self._print_reports(own)
        generated = list(build_pages(self.site, self.findings, printed, kept("templates")))
        self.pages = {}
        for page in generated:
            file = File.generated(config, page.path, content=page.markdown)
            if page_by_hand := by_hand.get(file.dest_uri):
                tell_by_hand(page_by_hand, self._lang)
                continue
            file.edit_uri = None
            files.append(file)
            self.pages[page.path] = page
        self.heads = Heads(self.site, generated, self.pages)
        self._add_documents(files, config, printed)
        for path, html in redirect_pages(self.site):
            files.append(File.generated(config, path, content=html))
        for report in (one for one in printed if one.url not in own):
            files.append(File.generated(config, report.url, content=report.content))
        if config.nav is None:
            config.nav = navigation(generated, by_hand.values())
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the compiled theme between builds: compiling it is a tenth of a small build."""
        if folder := kept("templates"):
            env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        env.auto_reload = False
        self.versions = versions((*files, *self.theme.waiting))
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Date the pages by their content: a date of the build would change every site each day."""
        dates = [page.updated for page in self.pages.values() if page.updated]
        newest = max(dates, default=_NO_DATE)
        for file in files.documentation_pages():
            page = self.pages.get(file.src_uri)
            if file.page:
                file.page.update_date = ((page and page.updated) or newest).isoformat()
        self._pages_to_write = len(files.documentation_pages())
        self._pages_written = 0
        return nav

    def on_page_context(
        self, context: TemplateContext, *, page: BuiltPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme which stylesheet the page takes, and what its sheets say on paper."""
        made = self.pages.get(page.file.src_uri)
        updated = made.updated if made else None
        return _with(
            self.heads.fill(context, page),
            ps_styles=self.theme.styles(page.content or ""),
            ps_paper=on_paper(self.site.agency, page.canonical_url or "", updated),
            ps_notice="" if made else self.site.agency.notice,  # ours begin with it
        )

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        return _with(context, ps_styles=self.theme.styles(), ps_notice=self.site.agency.notice)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        self.theme.read(output_content)
        return versioned(output_content, self.versions)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.theme.deliver()

    def on_post_page(self, output: str, *, page: BuiltPage, config: MkDocsConfig) -> str:
        self.theme.read(output)
        self._pages_written += 1
        if self.progress:
            self.progress(self._pages_written, self._pages_to_write)
        return versioned(english_marked(output), self.versions)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        server.watch(str(self.content_dir(config)))
        home = Path(server.root, "index.html")
        server.builder = keeping_pages(server.builder, home, self._lang)
        return server

    @property
    def _lang(self) -> Lang:
        return self.lang or lang_named(os.environ.get("PRONGSAI_LANG"))

    def content_dir(self, config: MkDocsConfig) -> Path:
        """Return where the content is read from."""
        folder = Path(config.config_file_path or "mkdocs.yml").parent
        return folder / self.config.content_dir

    def _add_documents(
        self, files: Files, config: MkDocsConfig, printed: tuple[ReportFile, ...]
    ) -> None:
        files.append(File.generated(config, MARKER, content=_MARKED))
        beside = beside_pages(self.site, printed, self.record_on)
        self.recorded = beside.recorded
        for url, text in beside.files:
            if not files.get_file_from_path(url):  # one of the agency stays
                files.append(File.generated(config, url, content=text))
        for sheet, css in style_sheets(self.site):
            files.append(File.generated(config, sheet, content=css))
        documents = {file.url: file.path for file in self.site.published_files}
        for url, path in sorted(documents.items()):
            files.append(File.generated(config, url, abs_src_path=str(path)))

    def _print_reports(self, own: Mapping[str, Path]) -> tuple[ReportFile, ...]:
        """Return the yearly reports as files; one that cannot be set is told and left out."""
        printed = print_reports(self.site, kept("reports"), own)
        for error in printed.errors:
            log.warning(error.told(self._lang))
        return printed.files


def _with(context: TemplateContext, **ours: object) -> TemplateContext:
    return cast("TemplateContext", {**context, **ours})


_FAVICON = "assets/images/favicon.png"
"""The one that Material brings."""

_NO_DATE = date(2000, 1, 1)
"""Stands where no date is known: a fixed day keeps the same content the same bytes."""


_DIRECTORY_URLS = Text(
    "ลบ use_directory_urls: false ออกจาก mkdocs.yml เพราะที่อยู่ของหน้าต้องเป็น /oit/2568/o1/",
    "take use_directory_urls: false out of mkdocs.yml: the pages live at /oit/2568/o1/",
)
