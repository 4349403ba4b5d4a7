"""What the search of a site reads: its pages as sections, as one script. Pure.

The browser searches the text itself, so the index is that text, spelt one way (`thai.normalise`),
and nothing else: no list of words, which Thai would first have to be cut into. What reads the same
but is written with other digits, capitals or hyphens is told apart by nobody: the scripts of the
theme see to that, for the text and for what is typed.
"""

from __future__ import annotations

from prongsai.search.entry import Entry, entry
from prongsai.search.index import index_script
from prongsai.search.scripts import joined
from prongsai.search.sections import Section, sections

__all__ = ["Entry", "Section", "entry", "index_script", "joined", "sections"]
