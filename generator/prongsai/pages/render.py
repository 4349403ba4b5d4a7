"""The one Jinja environment behind all pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context

from prongsai.pages import escape
from prongsai.pages.page import Draft, Page, relative_page, relative_url
from prongsai.pages.svg import bar_chart, trend_chart
from prongsai.reports.document import url_of

_BLANK_LINES = re.compile(r"\n{3,}")


def render(draft: Draft, template_cache: Path | None = None) -> Page:
    """Return the page of a draft: front matter, then its template with its view and nothing else.

    Nothing is escaped by itself: a template says `| md` where data enters Markdown and `| e` where
    it enters HTML. The filters `page`, `pagehref` and `href` make links from the draft's own path.
    `template_cache` is a folder in which compiled templates are kept.
    """
    view: Any = draft.view
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    template = _environment(template_cache).get_template(draft.template)
    body = _BLANK_LINES.sub("\n\n", template.render(context, page_path=draft.path)).strip()
    markdown = f"{_front_matter(draft.meta)}\n{body}\n"
    return Page(draft.path, draft.title, markdown, draft.source, draft.updated)


def _front_matter(meta: Mapping[str, object]) -> str:
    """Return YAML front matter; every value is a JSON value, which is YAML too.

    Text is escaped as HTML, because themes print titles and descriptions as they stand:
    https://github.com/squidfunk/mkdocs-material/blob/9.7.0/src/templates/base.html#L12
    """
    told = {
        key: escape.html(value) if isinstance(value, str) else value for key, value in meta.items()
    }
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items() if value
    ]
    return "\n".join(["---", *lines, "---", ""])


@cache
def _environment(template_cache: Path | None) -> Environment:
    env = Environment(
        loader=PackageLoader("prongsai.pages"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(template_cache)) if template_cache else None,
    )
    env.filters |= {
        "md": escape.markdown,
        "e": escape.html,
        "page": _page_link,
        "href": _href,
        "held": _held,
        "pagehref": _page_href,
        "chart": bar_chart,
        "trend": trend_chart,
    }
    env.tests["text"] = lambda value: isinstance(value, str)
    env.tests["block"] = lambda value, name: type(value).__name__ == name
    return env


def _held(escaped: str) -> str:
    """Return text that is escaped already with its years held together: no line ends in พ.ศ."""
    return re.sub(r"(พ\.ศ\.|ปี) (?=[0-9๐-๙])", r"\1&nbsp;", escaped)


@pass_context
def _page_link(context: Context, to_path: str) -> str:
    return relative_page(context["page_path"], to_path)


@pass_context
def _page_href(context: Context, to_path: str) -> str:
    return escape.html(relative_url(context["page_path"], url_of(to_path)))


@pass_context
def _href(context: Context, to_url: str) -> str:
    return escape.html(relative_url(context["page_path"], to_url))
