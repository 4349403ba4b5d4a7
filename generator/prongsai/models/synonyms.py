"""Everyday words for what a page holds, so that the search finds it by them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prongsai.models.base import Model
from prongsai.models.values import Words

Many = Annotated[tuple[Words, ...], Field(min_length=1)]


class Topic(Model):
    """What items of any year are about, known by their official title, and how people call it."""

    titles: Many
    """The topic is that of an item whose title holds one of these."""
    words: Many


class PageSynonyms(Model):
    """Words for the pages that are neither items nor reports."""

    home: Many
    years: Many
    """The list of the years with items."""
    year: Many
    """The items of one year."""
    results: Many
    """The results of all years."""
    data: Many
    """The open data."""


class Synonyms(Model):
    """The words of people beside those of the framework. They are ours: no source prescribes them."""

    note: Words
    topics: tuple[Topic, ...]
    pages: PageSynonyms
    reports: dict[str, Many]
    """By the kind of report: result, analysis, measures, progress."""

    def of_title(self, title: str) -> tuple[str, ...]:
        """Return the words for an item with this official title, each once, in the order written."""
        topics = (one for one in self.topics if any(part in title for part in one.titles))
        return tuple(dict.fromkeys(word for topic in topics for word in topic.words))
