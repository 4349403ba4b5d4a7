"""The agencies of the five documents that this system is built for, as content.

One folder per agency, with its own mkdocs.yml. The content of this repository is the fifth.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from prongsai.content import load_site
from prongsai.models.site import Site

HERE = Path(__file__).parent


@cache
def _load(slug: str) -> Site:
    return load_site(HERE / slug / "content", f"{slug}/content")


@pytest.fixture(scope="session")
def agency(samruean: Site) -> Callable[[str], Site]:
    """A function that returns the site of an agency by the name of its folder."""
    return lambda slug: samruean if slug == "samruean" else _load(slug)
