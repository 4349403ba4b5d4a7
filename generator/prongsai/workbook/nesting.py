"""Values in nested content by their path, and new keys where they belong. Pure.

Where a mapping may be written as plain text (a score without a title, a name in Thai only), the text
stands for one of its keys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Path = tuple[str, ...]

_BESIDE = {"en": "th", "alt": "file"}
"""The key that plain text stands for in a mapping that gets one of these as well."""
PLAIN = ("score", "th", "file")
"""The keys that plain text in place of a mapping stands for."""


def found(content: Any, path: Path) -> Any:
    """Return the value at a path; None where there is none."""
    for at, key in enumerate(path):
        if isinstance(content, str) and path[at:] in {(plain,) for plain in PLAIN}:
            return content
        if not isinstance(content, dict) or key not in content:
            return None
        content = content[key]
    return content


def put(
    content: dict[str, Any], path: Path, value: Any, order: Mapping[Path, Sequence[str]]
) -> None:
    """Set the value at a path, or with None take it away, and mappings that are left empty.

    A key that is new stands after those that come before it in the order of its mapping, which
    `order` has by the path of the mapping.
    """
    _put(content, path, 0, value, order)


def _put(
    content: dict[str, Any], path: Path, at: int, value: Any, order: Mapping[Path, Sequence[str]]
) -> None:
    key, rest = path[at], path[at + 1 :]
    keys = order.get(path[:at], ())
    inner = content.get(key)
    if not rest or (rest[0] in PLAIN and not isinstance(inner, dict)):
        _set(content, key, value, keys)
        return
    below = {_BESIDE.get(rest[0], "score"): inner} if inner and not isinstance(inner, dict) else {}
    below |= inner if isinstance(inner, dict) else {}
    _put(below, path, at + 1, value, order)
    _set(content, key, below or None, keys)


def _set(content: dict[str, Any], key: str, value: Any, order: Sequence[str]) -> None:
    if value is None:
        content.pop(key, None)
    elif key in content or key not in order:
        content[key] = value
    else:
        before = set(order[: order.index(key)])
        at = max((n for n, name in enumerate(content, 1) if name in before), default=0)
        entries = [*content.items()]
        content.clear()
        content.update([*entries[:at], (key, value), *entries[at:]])
