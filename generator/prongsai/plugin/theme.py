"""What the files of the theme become in a site: made lighter, or left out; and which pages are light.

A light page loads our own script and a stylesheet cut down to what it shows. The others, mostly
pages written by hand that hold linked tabs or the like, load Material's own files as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rjsmin
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from prongsai import stylesheet
from prongsai.atomic import UnwritableError, write_file
from prongsai.keeping import kept
from prongsai.paths import stays_inside
from prongsai.problems import Lang, Text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger(__name__)

_UNUSED = re.compile(r"\.map$|^assets/javascripts/lunr/|^assets/prongsai/search/|^(fonts|report)/")
"""What the theme holds and no page asks for: source maps, stemmers of other languages, the sources
of scripts, and what reports on paper are made with."""
_MATERIAL = re.compile(r"^assets/(javascripts/(bundle|workers/)|stylesheets/(main|palette)\.)")
"""What only pages that are not light ask for."""
_STYLES = re.compile(r"^assets/stylesheets/(main|palette)\.\w+\.min\.css$")
_OURS = re.compile(r"^assets/prongsai/[^/]+\.(css|js)$")
_LIGHT = {
    "assets/prongsai/material.css": (*stylesheet.SCRIPTED, *stylesheet.WRITTEN),
    "assets/prongsai/material-written.css": stylesheet.SCRIPTED,
}
"""The light stylesheets, and what each leaves out; a page takes the first that has what it shows."""

_WHOSE = "/* from Material for MkDocs, MIT, (c) Martin Donath */"

_SCRIPTED_FEATURES = (
    "announce.dismiss",
    "content.",
    "header.autohide",
    "navigation.tabs.sticky",
    "navigation.tracking",
    "search.",
)
_INSTANT = "navigation.instant"
"""Pages that Material puts in the place of others, without their scripts being run."""
_SCRIPTED_EXTRAS = ("alternate", "analytics", "annotate", "consent", "tags", "version")
_OBSERVED = re.compile(r"\b(document|location|target|keyboard|viewport|component)\$")
"""What scripts of a site's own may wait for, and only Material's bundle gives."""


class Theme:
    """The theme of one build."""

    def __init__(self, config: MkDocsConfig, lang: Lang) -> None:
        """Read what mkdocs.yml says; raises PluginError for a `js` that there is none of."""
        js = config.theme.get("js") or "auto"
        if js not in {"auto", "full", "light"}:
            raise PluginError(f"prongsai: {_no_such_js(js).told(lang)}")
        _take_out_instant(config, lang)
        self._is_asked_for = js == "light"
        self._is_whole = js == "full" or (js == "auto" and _needs_material(config))
        self.waiting: list[File] = []
        """What is put into the site only if a page asks for it."""
        self._wanted: set[str] = set()

    def lighten(self, files: Files, config: MkDocsConfig) -> None:
        """Take out what no page asks for, hold Material's own files back, and make ours small.

        What the site brings itself, as pages or in its `custom_dir`, stays as it is.
        """
        packages = set(config.theme.dirs) - {config.theme.custom_dir}
        theirs = [file for file in files if file.src_dir in packages]
        unused = [file for file in theirs if _UNUSED.search(file.src_uri)]
        styles = [file for file in files if _STYLES.search(file.src_uri)]
        self.waiting = [
            file for file in theirs if file not in unused and _MATERIAL.search(file.src_uri)
        ]
        for file in (*unused, *self.waiting):
            files.remove(file)
        for file in theirs:
            if _OURS.search(file.src_uri):
                files.remove(file)
                files.append(_generated(config, file.src_uri, _small(file)))
        if styles and not self._is_whole:
            css = "".join(file.content_string for file in sorted(styles, key=lambda f: f.src_uri))
            for path, parts in _LIGHT.items():
                made = _generated(config, path, _trimmed(css, _colours(config), parts))
                self.waiting.append(made)

    def styles(self, html: str = "") -> str:
        """Return the light stylesheet that a page with this content takes.

        Empty for a page that needs Material's own files.
        """
        if self._is_whole:
            return ""
        suits = (path for path, parts in _LIGHT.items() if not stylesheet.shows(html, parts))
        return next(suits, list(_LIGHT)[-1] if self._is_asked_for else "")

    def read(self, output: str) -> None:
        """Learn from a page as it is written which of the files held back it asks for."""
        self._wanted |= {file.src_uri for file in self.waiting if file.src_uri in output}

    def deliver(self) -> None:
        """Put those files into the site that its pages ask for."""
        for file in self.waiting:
            if file.src_uri in self._wanted:
                file.copy_file()


def take_out_strays(files: Files, docs_dir: Path) -> None:
    """Take files of the agency out that are not meant to be seen.

    That is what Word and Excel leave behind while they have a document open, and a link that leads
    out of the folder of pages.
    """
    for file in [file for file in files if file.src_dir == str(docs_dir)]:
        path = docs_dir / file.src_uri
        if path.name.startswith("~$") or not stays_inside(path, docs_dir):
            files.remove(file)


def _needs_material(config: MkDocsConfig) -> bool:
    """Say whether a setting of the site asks of every page what only Material's files give."""
    features: Iterable[str] = config.theme.get("features") or []
    return bool(
        config.repo_url
        or any(config.extra.get(name) for name in _SCRIPTED_EXTRAS)
        or any(feature.startswith(_SCRIPTED_FEATURES) for feature in features)
        or any(name.startswith("material/") for name in config.plugins)
        or any(_observes(config, str(script)) for script in config.extra_javascript)
    )


def _take_out_instant(config: MkDocsConfig, lang: Lang) -> None:
    """Leave a feature out that ours cannot follow: past days of review would not be told."""
    features: list[str] = config.theme.get("features") or []
    fitting = [feature for feature in features if not feature.startswith(_INSTANT)]
    if config.theme.name == "prongsai" and fitting != features:
        config.theme["features"] = fitting
        log.warning(_NO_INSTANT.told(lang))


def _observes(config: MkDocsConfig, script: str) -> bool:
    try:
        text = Path(config.docs_dir, script).read_text(encoding="utf-8", errors="replace")
    except OSError:  # of another host, or not there: MkDocs tells that
        return False
    return bool(_OBSERVED.search(text))


def _colours(config: MkDocsConfig) -> frozenset[str]:
    """Return the names of the colours that mkdocs.yml chooses; Material's own choice is indigo."""
    palette: Any = config.theme.get("palette") or []
    palettes: list[Mapping[str, str]] = [palette] if isinstance(palette, dict) else list(palette)
    chosen = (one.get(key) or "indigo" for one in palettes for key in ("primary", "accent"))
    return frozenset(name.replace(" ", "-") for name in chosen)


def _generated(config: MkDocsConfig, path: str, content: str) -> File:
    return File.generated(config, path, content=content)


def _small(file: File) -> str:
    text = file.content_string
    if file.src_uri.endswith(".js"):
        return str(rjsmin.jsmin(text))
    return _kept(lambda: stylesheet.minified(text), text)


def _trimmed(css: str, colours: frozenset[str], parts: tuple[str, ...]) -> str:
    def make() -> str:
        return f"{_WHOSE}{stylesheet.trimmed(css, colours, parts)}"

    return _kept(make, (sorted(colours), parts, css))


def _kept(make: Callable[[], str], depends_on: object) -> str:
    """Return a stylesheet as it was kept, or made anew and kept.

    It is known by what it is made from and by our code; behind its digest, which tells a damaged one.
    """
    folder = kept("stylesheets")
    if folder is None:
        return make()
    place = folder / sha256(repr((_code(), depends_on)).encode()).hexdigest()
    with suppress(OSError):
        digest, _, css = place.read_text(encoding="utf-8").partition("\n")
        if digest == sha256(css.encode()).hexdigest():
            return css
    css = make()
    with suppress(UnwritableError):  # a full disk only costs the time
        write_file(place, f"{sha256(css.encode()).hexdigest()}\n{css}")
    return css


def _code() -> list[bytes]:
    return [path.read_bytes() for path in sorted(Path(stylesheet.__file__).parent.glob("*.py"))]


_NO_INSTANT = Text(
    "prongsai: ธีมนี้ใช้ navigation.instant ไม่ได้ จึงไม่เปิดให้ ลบออกจาก theme: features ใน mkdocs.yml",
    "prongsai: this theme has no navigation.instant, so it is off; take it out of theme: features in mkdocs.yml",
)


def _no_such_js(js: object) -> Text:
    return Text(
        f"theme: js ใน mkdocs.yml เป็น '{js}' ให้ใช้ auto, full หรือ light",
        f"theme: js in mkdocs.yml is '{js}'; use auto, full or light",
    )
