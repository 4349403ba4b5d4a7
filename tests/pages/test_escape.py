"""The two escapes, as properties: whatever the content says is shown, and never acts.

Each text goes through the real Python-Markdown with the extensions of our mkdocs.yml, of the
mkdocs.yml that `prongsai generate` writes, and of a site that switched on everything usual.
"""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from prongsai.content import load_site
from prongsai.pages import escape
from prongsai.plain import write_plain_site

REPO = Path(__file__).parents[2]

EVERYTHING = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]

MEANINGFUL = [
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!--", "-->", "</div>", "<?"),
    *("{{ 7*7 }}", "{% raw %}", "{: onclick=x}", "{ #id .class }", "{++", "++}", "{==", "{>>"),
    *("](javascript:x)", "![a](b)", "[a](b)", "[a][b]", "[^1]", "[^1]: x", "[TOC]", "*[HTML]: x"),
    *("`", "``", "```", "~~~", "**", "__", "*", "_", "~~", "~", "^^", "^", "==", "++", "$", "$$"),
    *("# ", "## ", "- ", "+ ", "* ", "1. ", "1) ", "> ", ": ", ":::", "!!! note", "??? x", "=== x"),
    *("/// note", "---", "***", "===", "|", "|a|b|", "| - | - |", "[ ] ", "[x] ", "--8<-- 'a'"),
    *(":smile:", ":material-home:", "http://a.example", "www.a.example", "a@b.example", "@a/b#1"),
    *("mailto:a@b.example", "&amp;", "&lt;", "&#58;", "&", "\\", "\\*", "\\(x\\)", "'", '"', "(c)"),
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\u00a0", "\u200b", "\x02", "\x03", "\x00"),
    *("\x02wzxhzdk:0\x03", "klzzwxh:0000", "โปร่งใส", "น้ำ", "๒๕๖๘", "O12", "ปี 2568", "a", "1", "."),
]
HARMLESS = "ข้อความ"
TEXTS = st.lists(st.sampled_from(MEANINGFUL) | st.text(max_size=4), max_size=8).map("".join)

# Every place in which the page templates put data into Markdown, and into HTML.
IN_MARKDOWN = """\
## {0}

## {0} {{ #id }}

{0}

หมายเหตุ: {0}

ของ{0}เผยแพร่

- {0}
- [{0}](page.md)

[{0}](page.md)
"""
IN_HTML = """\
<section class="a" aria-label="{0}">
<p title="{0}">{0}</p>
</section>

<div>
<table>
<tr><td>{0}</td></tr>
</table>

</div>
"""


class _Reader(HTMLParser):
    """Notes the elements of a page with the names of their attributes, and all text to be read."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self._texts: list[str] = []
        self.feed(source)
        self.close()

    @property
    def shown(self) -> str:
        """All text but its spaces: those at an edge differ by where they stand."""
        return _squeezed("".join(self._texts))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, *(name for name, _ in attrs)))
        self._texts += [value or "" for name, value in attrs if name in ("title", "aria-label")]

    def handle_comment(self, data):
        self.elements.append(("comment",))

    def handle_data(self, data):
        self._texts.append(data)


@pytest.fixture(scope="session", params=["mkdocs.yml", "generated mkdocs.yml", "everything"])
def markdown(request, tmp_path_factory):
    """A function from Markdown to HTML, by the extensions of one mkdocs.yml."""
    if request.param == "everything":
        return _renderer(EVERYTHING, {})
    path = REPO / "mkdocs.yml"
    if request.param == "generated mkdocs.yml":
        folder = tmp_path_factory.mktemp("plain") / "site"
        write_plain_site(load_site(REPO / "content"), folder)
        path = folder / "mkdocs.yml"
    config = load_config(str(path))
    return _renderer(config.markdown_extensions, config.mdx_configs)


def _renderer(extensions, configs):
    converter = Markdown(extensions=extensions, extension_configs=configs)

    @cache
    def render(source):
        return _Reader(converter.reset().convert(source))

    return render


def _squeezed(text):
    return "".join(escape.folded(text).split())


@given(text=TEXTS.filter(_squeezed))
@example(text=":smile: a@b.example www.a.example http://a.example")
@example(text="[ ] ทำแล้ว")
@example(text="".join(chr(code) for code in range(33, 127)))
@example(text=" ".join(chr(code) for code in range(33, 127)))
def test_text_entering_markdown_is_shown_as_it_is(markdown, text):
    harmless = markdown(IN_MARKDOWN.format(HARMLESS))

    rendered = markdown(IN_MARKDOWN.format(escape.markdown(text)))

    assert rendered.shown == harmless.shown.replace(HARMLESS, _squeezed(text))
    assert rendered.elements == harmless.elements


@given(text=TEXTS.filter(_squeezed))
@example(text="".join(chr(code) for code in range(33, 127)))
@example(text="a\n```\nb\n```\n\n~~~\nc\n~~~\n")
@example(text="\n\n    code\n\n# heading\n\n</td></table></div>")
def test_text_entering_html_is_shown_as_it_is(markdown, text):
    harmless = markdown(IN_HTML.format(HARMLESS))

    rendered = markdown(IN_HTML.format(escape.html(text)))

    assert rendered.shown == harmless.shown.replace(HARMLESS, _squeezed(text))
    assert rendered.elements == harmless.elements


@given(text=TEXTS)
def test_escaped_markdown_stays_on_one_line(text):
    assert len(escape.markdown(text).splitlines()) <= 1


@given(text=TEXTS)
def test_escaped_html_holds_no_template_of_another_engine(text):
    assert not {"{{", "{%", "{#"} & {escape.html(text)[i : i + 2] for i in range(len(text) * 6)}


@pytest.mark.parametrize(
    "plain", ["อบต.สามเรือน", "๙.๑ ข้อมูลพื้นฐาน", "รวม 96.79 (ผ่านดี)", "ต.ค. 67 – ก.ย. 68"]
)
def test_ordinary_words_are_left_as_they_are(plain):
    assert escape.markdown(plain) == plain
    assert escape.html(plain) == plain


@pytest.mark.parametrize("escaped", [escape.markdown, escape.html])
def test_a_space_before_a_link_is_kept(escaped):
    assert escaped("อ้างอิงจาก ") == "อ้างอิงจาก "
    assert escaped(", ") == ", "
