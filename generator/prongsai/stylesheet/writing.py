"""CSS as it is written: without what says nothing, and text in quotes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import tinycss2

Tokens = list[Any]
"""Nodes of tinycss2."""


def minified(css: str) -> str:
    """Return the CSS without comments, and without spaces that say nothing."""
    tokens = tinycss2.parse_component_value_list(css, skip_comments=True)
    return str(tinycss2.serialize(_tight(tokens)))


def quoted(text: str) -> str:
    """Return the text as a CSS string that may stand in a style element of a page."""
    escaped = (rf"\{ord(char):x} " if char in '"\\<>&\n\r\f' else char for char in text)
    return f'"{"".join(escaped)}"'


def _tight(tokens: Tokens) -> Tokens:
    """Return the tokens with one space where some are needed, and none where they are not.

    A space before a colon stays: `a :hover` and `a:hover` are not the same.
    """
    kept: Tokens = []
    tokens = [two[1] for two in pairwise([None, *tokens]) if not all(map(_is_space, two))]
    for i, token in enumerate(tokens):
        if _is_space(token):
            beside = [*tokens[i - 1 : i], *tokens[i + 1 : i + 2]]
            if (
                i in {0, len(tokens) - 1}
                or any(map(_divides, beside))
                or is_literal(tokens[i - 1], ":")
            ):
                continue
            token.value = " "
        elif token.type == "{} block":
            token.content = _tight(token.content)
        kept.append(token)
    return kept


def _is_space(token: Any) -> bool:
    return token is not None and token.type == "whitespace"


def _divides(token: Any) -> bool:
    return token.type == "{} block" or is_literal(token, ",") or is_literal(token, ";")


def is_literal(token: Any, literal: str) -> bool:
    """Say whether the token is this one sign."""
    return bool(token.type == "literal" and token.value == literal)
