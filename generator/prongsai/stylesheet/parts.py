"""The parts of Material that a light page does without, by their classes in its stylesheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

SCRIPTED = (
    "annotate",
    "arithmatex",
    "giscus",
    "katex-html",
    "md-annotation",
    "md-clipboard",
    "md-code",
    "md-consent",
    "md-dialog",
    "md-feedback",
    "md-progress",
    "md-select",
    "md-source",
    "md-tooltip",
    "md-tooltip2",
    "md-version",
    "mermaid",
    "tabbed",
    # the blog and the tags of Material, which come with more than styles
    "md-author",
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
)
"""What Material's own script brings to life: a page with one of these gets all of Material."""
_ADMONITIONS = (
    "admonition",
    "inline",
    "abstract",
    "bug",
    "danger",
    "example",
    "failure",
    "info",
    "note",
    "question",
    "quote",
    "success",
    "tip",
    "warning",
)
WRITTEN = (
    *_ADMONITIONS,
    "critic",
    "emojione",
    "footnote",
    "gemoji",
    "grid",
    "highlight",
    "highlighttable",
    "keys",
    "lg",
    "linenodiv",
    "linenos",
    "md-banner",
    "md-button",
    "middle",
    "task-list",
    "twemoji",
    "xl",
    "xxl",
    "xxxl",
)
"""What is only seen on pages written by hand, and needs no script."""
REPLACED = (
    "md-header--lifted",
    "md-header__ellipsis",
    "md-header__option",
    "md-header__source",
    "md-header__title",
    "md-header__topic",
    "md-nav",
    "md-option",
    "md-search",
    "md-search-result",
)
"""What partials of our own stand in for."""

_CLASSES = re.compile(r"""\sclass=["']([^"']*)["']""")


def shows(html: str, parts: Iterable[str]) -> bool:
    """Say whether a page has a class of one of the parts.

    A name stands for itself and all that it leads: `md-post`, `md-post__meta`, `md-post--pinned`.
    """
    classes = set(chain.from_iterable(map(str.split, _CLASSES.findall(html))))
    return any(map(pattern(parts).fullmatch, classes))


def pattern(parts: Iterable[str]) -> re.Pattern[str]:
    """Return what the classes of the parts match, and nothing else."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, parts))})(?:[-_].*)?")
