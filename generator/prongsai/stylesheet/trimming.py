"""Material's stylesheet, cut down to what light pages show."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import tinycss2

from prongsai.stylesheet.parts import REPLACED, pattern
from prongsai.stylesheet.writing import Tokens, is_literal, minified

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_HOLDS_RULES = {"media", "supports"}


def trimmed(css: str, colours: Collection[str], without: Iterable[str]) -> str:
    """Return Material's CSS without these parts, and without colours that the site does not choose.

    `colours` are names of Material's palette (`indigo`, `custom`). Pictures and animations that
    nothing uses any more go as well.
    """
    parts = (*without, *REPLACED)
    is_dropped = _Absent(pattern(parts), frozenset(colours)).rules_out
    kept = _without(_rules(tinycss2.parse_stylesheet(css)), is_dropped)
    rules = _Idle(_variables(parts)).taken_from(kept)
    written = tinycss2.serialize(rules)
    return minified(
        tinycss2.serialize(rule for rule in rules if not _is_idle_animation(rule, written))
    )


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


@dataclass(frozen=True, slots=True)
class _Absent:
    """What no element of a page has."""

    classes: re.Pattern[str]
    colours: frozenset[str]

    def rules_out(self, selector: Sequence[Any]) -> bool:
        """Say whether the selector can meet nothing.

        Inside `:is()` and `:where()` all of the alternatives must be so; `:not()` asks for nothing.
        """
        return any(map(self._fails, [None, *selector], selector))

    def _fails(self, before: Any, token: Any) -> bool:
        if token.type == "ident" and before is not None and is_literal(before, "."):
            return bool(self.classes.fullmatch(token.value))
        if token.type == "[] block":
            return self._is_elsewhere(tinycss2.serialize(token.content))
        if token.type == "function" and token.lower_name in {"is", "where"}:
            return all(map(self.rules_out, _split(token.arguments)))
        return False

    def _is_elsewhere(self, attribute: str) -> bool:
        name, _, value = attribute.replace('"', "").partition("=")
        if name in {"data-md-color-primary", "data-md-color-accent"}:
            return bool(value) and value not in self.colours
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


@dataclass(frozen=True, slots=True)
class _Idle:
    """Variables that nothing uses and that hold a picture or belong to a part left out.

    Others stay: the styles of a site may use them.
    """

    of_parts: tuple[str, ...]
    """How their names begin."""

    def taken_from(self, rules: Tokens) -> Tokens:
        """Return the rules without them; one may have been all that used another."""
        written, before = tinycss2.serialize(rules), ""
        while written != before:
            used = set(_VARIABLE.findall(written))
            rules = self._less(_rules(tinycss2.parse_stylesheet(written)), used)
            written, before = tinycss2.serialize(rules), written
        return rules

    def _less(self, rules: Tokens, used: Collection[str]) -> Tokens:
        for rule in rules:
            if rule.type == "qualified-rule":
                declared = tinycss2.parse_blocks_contents(rule.content, True, True)
                rule.content = [one for one in declared if not self._holds(one, used)]
            elif rule.lower_at_keyword in _HOLDS_RULES:
                rule.content = self._less(_rules(tinycss2.parse_rule_list(rule.content)), used)
        return [rule for rule in rules if rule.content or rule.type == "at-rule"]

    def _holds(self, declaration: Any, used: Collection[str]) -> bool:
        if declaration.type != "declaration" or not declaration.name.startswith("--"):
            return False
        pictured = any(one.type == "url" or _is_url(one) for one in declaration.value)
        is_spare = pictured or declaration.name.startswith(self.of_parts)
        return is_spare and declaration.name not in used


def _variables(parts: Iterable[str]) -> tuple[str, ...]:
    """Return how the names of the variables of the parts begin."""
    return tuple(f"--md-{part.removeprefix('md-')}-" for part in parts)


def _is_url(token: Any) -> bool:
    return bool(token.type == "function" and token.lower_name == "url")


def _is_idle_animation(rule: Any, css: str) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "keyframes":
        return False
    name = tinycss2.serialize(rule.prelude).strip()
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", css)) == 1
