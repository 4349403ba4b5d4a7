"""Stylesheets made lighter. Pure: CSS in, CSS out.

Material styles much that the pages of an agency never show. What is left out is named here, part by
part, and what is not named stays: a new version of Material may look fuller, never broken. The same
names tell which page written by hand shows one of the parts and therefore gets all of Material.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import Any

import tinycss2

Tokens = list[Any]

PARTS = (
    # what only the script of Material brings to life, and what marks it in a page
    "annotate",
    "md-annotation",
    "md-clipboard",
    "md-code",
    "md-consent",
    "md-dialog",
    "md-feedback",
    "md-inline",
    "md-progress",
    "md-select",
    "md-source",
    "md-tooltip",
    "md-version",
    "mermaid",
    "tabbed",
    # its blog, its tags, and marks of other extensions
    "arithmatex",
    "critic",
    "emojione",
    "gemoji",
    "giscus",
    "grid",
    "katex-html",
    "keys",
    "linenodiv",
    "md-author",
    "md-authors",
    "md-draft",
    "md-meta",
    "md-pagination",
    "md-pin",
    "md-post",
    "md-profile",
    "md-sidebar--post",
    "md-status",
    "md-tag",
    "md-tags",
    "twemoji",
    # what partials of our own stand in for
    "md-header--lifted",
    "md-header__option",
    "md-header__source",
    "md-header__title",
    "md-header__topic",
    "md-header__ellipsis",
    "md-nav",
    "md-option",
)
"""The classes left out. A name stands for itself and all that it leads: `md-nav`, `md-nav__link`."""

_DROPPED = re.compile(rf"(?:{'|'.join(map(re.escape, PARTS))})(?:$|[-_].*)")
_CLASSES = re.compile(r"""\sclass=["']([^"']*)["']""")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_HOLDS_RULES = {"media", "supports"}


def shows_dropped_parts(html: str) -> bool:
    """Say whether a page has a class of a part that light stylesheets leave out."""
    classes = set(chain.from_iterable(map(str.split, _CLASSES.findall(html))))
    return any(map(_DROPPED.fullmatch, classes))


def trimmed(css: str, colours: Collection[str]) -> str:
    """Return Material's CSS without PARTS, and without colours that the site does not choose.

    `colours` are names of Material's palette (`indigo`, `custom`). Pictures and animations that
    nothing uses any more go as well.
    """

    def is_dropped(selector: Tokens) -> bool:
        return _is_dropped(selector, colours)

    kept = _without(_rules(tinycss2.parse_stylesheet(css)), is_dropped)
    written = tinycss2.serialize(kept)
    used = set(_VARIABLE.findall(written))
    rules = _without_pictures(_rules(tinycss2.parse_stylesheet(written)), used)
    written = tinycss2.serialize(rules)
    return minified(
        tinycss2.serialize(rule for rule in rules if not _is_idle_animation(rule, written))
    )


def minified(css: str) -> str:
    """Return the CSS without comments, and without spaces that say nothing."""
    tokens = tinycss2.parse_component_value_list(css, skip_comments=True)
    return str(tinycss2.serialize(_tight(tokens)))


def quoted(text: str) -> str:
    """Return the text as a CSS string that may stand in a style element of a page."""
    escaped = (rf"\{ord(char):x} " if char in '"\\<>&\n\r\f' else char for char in text)
    return f'"{"".join(escaped)}"'


def _rules(tokens: Tokens) -> Tokens:
    return [one for one in tokens if one.type in {"qualified-rule", "at-rule"}]


def _without(rules: Tokens, is_dropped: Callable[[Tokens], bool]) -> Tokens:
    kept: Tokens = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _split(rule.prelude) if not is_dropped(one)]
            rule.prelude = _joined(selectors)
            holds = bool(selectors and rule.content)
        elif rule.lower_at_keyword in _HOLDS_RULES:
            rule.content = _without(_rules(tinycss2.parse_rule_list(rule.content)), is_dropped)
            holds = bool(rule.content)
        else:
            holds = rule.lower_at_keyword != "charset"
        if holds:
            kept.append(rule)
    return kept


def _is_dropped(selector: Sequence[Any], colours: Collection[str]) -> bool:
    """Say whether the selector can meet nothing: it asks for a class or attribute that is not there.

    Inside `:is()` and `:where()` all of the alternatives must be so; `:not()` asks for nothing.
    """
    before: Any = None
    for token in selector:
        if token.type == "ident" and before is not None and before == ".":
            if _DROPPED.fullmatch(token.value):
                return True
        elif token.type == "[] block":
            if _is_absent(tinycss2.serialize(token.content), colours):
                return True
        elif (
            token.type == "function"
            and token.lower_name in {"is", "where"}
            and all(_is_dropped(one, colours) for one in _split(token.arguments))
        ):
            return True
        before = token.value if token.type == "literal" else None
    return False


def _is_absent(attribute: str, colours: Collection[str]) -> bool:
    name, _, value = attribute.replace('"', "").partition("=")
    if name in {"data-md-color-primary", "data-md-color-accent"}:
        return bool(value) and value not in colours
    return (name, value) == ("dir", "rtl")


def _split(tokens: Iterable[Any]) -> list[Tokens]:
    """Return the selectors between the commas, each without spaces around it."""
    parts: list[Tokens] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _joined(selectors: Sequence[Tokens]) -> Tokens:
    [comma] = tinycss2.parse_component_value_list(",")
    joined = chain.from_iterable((comma, *one) for one in selectors)
    return list(joined)[1:]


def _without_pictures(rules: Tokens, used: Collection[str]) -> Tokens:
    """Take the variables away that hold a picture and are not used."""
    for rule in rules:
        if rule.type == "qualified-rule":
            declared = tinycss2.parse_blocks_contents(rule.content, True, True)
            rule.content = [one for one in declared if not _is_idle_picture(one, used)]
        elif rule.lower_at_keyword in _HOLDS_RULES:
            inner = _rules(tinycss2.parse_rule_list(rule.content))
            rule.content = _without_pictures(inner, used)
    return [rule for rule in rules if rule.content or rule.type == "at-rule"]


def _is_idle_picture(declaration: Any, used: Collection[str]) -> bool:
    if declaration.type != "declaration" or not declaration.name.startswith("--"):
        return False
    pictured = any(one.type == "url" or _is_url(one) for one in declaration.value)
    return pictured and declaration.name not in used


def _is_url(token: Any) -> bool:
    return bool(token.type == "function" and token.lower_name == "url")


def _is_idle_animation(rule: Any, css: str) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "keyframes":
        return False
    name = tinycss2.serialize(rule.prelude).strip()
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", css)) == 1


def _tight(tokens: Tokens) -> Tokens:
    """Return the tokens with one space where some are needed, and none where they are not.

    A space before a colon stays: `a :hover` and `a:hover` are not the same.
    """
    kept: Tokens = []
    for i, token in enumerate(tokens):
        if token.type == "whitespace":
            beside = [*tokens[i - 1 : i], *tokens[i + 1 : i + 2]]
            if i in {0, len(tokens) - 1} or any(map(_divides, beside)) or _is(tokens[i - 1], ":"):
                continue
            token.value = " "
        elif token.type == "{} block":
            token.content = _tight(token.content)
        kept.append(token)
    return kept


def _divides(token: Any) -> bool:
    return token.type == "{} block" or _is(token, ",") or _is(token, ";")


def _is(token: Any, literal: str) -> bool:
    return bool(token.type == "literal" and token.value == literal)
