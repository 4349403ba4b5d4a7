"""What an agency's colour and emblem add to its site, whoever builds it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import palette
from prongsai.models.site import Site

_STYLE = "assets/prongsai/agency.css"
_LARGEST_ICON = 20_000
"""In bytes: every first visit fetches it besides the page."""
_ICONS = (".svg", ".png")
"""What every browser shows in its tabs, with what is clear in it left clear."""


def style_sheets(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path below the site, and the text, of the CSS in the agency's colour, if it has one."""
    if site.agency.colour:
        # Paper is black and white, whatever the agency's colour.
        yield _STYLE, f"@media screen {{\n{palette.style(site.agency.colour)}}}\n"


def theme_pictures(site: Site) -> dict[str, str]:
    """Return the pictures of the theme that the emblem takes the place of, by the theme's names."""
    emblem = site.emblem
    if emblem is None:
        return {}
    fits = emblem.path.suffix.lower() in _ICONS and emblem.size <= _LARGEST_ICON
    return {"logo": emblem.url} | ({"favicon": emblem.url} if fits else {})
