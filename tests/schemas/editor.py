"""YAML as an editor reads it: YAML 1.2 with its core types, the text of keys kept."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WORDS |= {word.title(): value for word, value in _WORDS.items()}
_WORDS |= {word.upper(): value for word, value in _WORDS.items()}


def as_an_editor_reads(text):
    return _value(YAML(pure=True).compose(text))


def _value(node):
    if isinstance(node, ScalarNode):
        return _scalar(node.value) if not node.style else node.value
    if isinstance(node, MappingNode):
        return {_key(key): _value(value) for key, value in node.value}
    return [_value(value) for value in node.value]


def _key(node):
    """The text of a key; a number loses the zeros before it, as in yaml-language-server 1.25."""
    plain = not node.style and _INTEGER.fullmatch(node.value)
    return str(int(node.value)) if plain else node.value


def _scalar(text):
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
