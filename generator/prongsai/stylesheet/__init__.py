"""Stylesheets made lighter. Pure: CSS in, CSS out.

Material styles much that the pages of an agency never show. What is left out is named, part by part,
and what is not named stays: a new version of Material may look fuller, never broken. The same names
tell which page written by hand shows one of the parts and therefore gets more of Material.
"""

from __future__ import annotations

from prongsai.stylesheet.parts import SCRIPTED, WRITTEN, shows
from prongsai.stylesheet.trimming import trimmed
from prongsai.stylesheet.writing import minified, quoted

__all__ = ["SCRIPTED", "WRITTEN", "minified", "quoted", "shows", "trimmed"]
