"""The one Jinja environment behind all pages."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from prongsai.pages import escape
from prongsai.pages.page import relative_page, relative_url, url_of
from prongsai.pages.svg import bar_chart

_BLANK_LINES = re.compile(r"\n{3,}")


def render(template: str, path: str, view: Any) -> str:
    """Render a template with the fields of a view dataclass, and nothing else, in scope.

    `path` is the page's own; the filters `page` and `href` make links from it. Nothing is escaped
    by itself: a template says `| md` where data enters Markdown and `| e` where it enters HTML.
    """
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    text = _environment().get_template(template).render(context, page_path=path)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def front_matter(**values: Any) -> str:
    """Return YAML front matter; every value is a JSON value, which is YAML too."""
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value
    ]
    return "\n".join(["---", *lines, "---", "", ""])


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("prongsai.pages"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {
        "md": escape.markdown,
        "e": escape.html,
        "page": _page_link,
        "href": _href,
        "pagehref": _page_href,
        "chart": bar_chart,
    }
    env.tests["text"] = lambda value: isinstance(value, str)
    env.tests["block"] = lambda value, name: type(value).__name__ == name
    return env


@pass_context
def _page_link(context: Context, to_path: str) -> str:
    return relative_page(context["page_path"], to_path)


@pass_context
def _page_href(context: Context, to_path: str) -> str:
    return escape.html(relative_url(context["page_path"], url_of(to_path)))


@pass_context
def _href(context: Context, to_url: str) -> str:
    return escape.html(relative_url(context["page_path"], to_url))
