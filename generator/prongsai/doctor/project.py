"""The folder that the doctor looks at: its settings and its content, each read once when asked for.

What it needs is imported when it is asked for, so that a broken package is told and not fatal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.problems import ContentError, ProngsaiError

if TYPE_CHECKING:
    from prongsai.models.site import Site
    from prongsai.plugin.settings import Settings


@dataclass(frozen=True)
class Project:
    """A site as it lies on the disc."""

    folder: Path
    """Where mkdocs.yml is."""
    today: date
    given_content: str | None = None
    """The content folder that was asked for; by default the one that mkdocs.yml names."""

    @property
    def config_file(self) -> Path:
        return self.folder / "mkdocs.yml"

    @cached_property
    def settings(self) -> Settings:
        """What mkdocs.yml says; raises a ProngsaiError when it says nothing that can be read."""
        from prongsai.plugin.settings import read_settings

        return read_settings(self.config_file)

    @property
    def content_name(self) -> str:
        if self.given_content:
            return self.given_content
        try:
            return self.settings.content_dir
        except ProngsaiError:  # told of mkdocs.yml
            return "content"

    @property
    def content(self) -> Path:
        return self.folder / self.content_name

    @property
    def site(self) -> Site:
        """The content; raises ContentError when it does not load."""
        if isinstance(self._loaded, ContentError):
            raise self._loaded
        return self._loaded

    @property
    def catalogue(self) -> tuple[int, ...]:
        """The fiscal years that this version of prongsai knows."""
        from prongsai.frameworks import known_years

        return tuple(known_years())

    @cached_property
    def _loaded(self) -> Site | ContentError:
        """Read once, also where it does not load: several checks ask for it."""
        from prongsai.content import load_site

        try:
            return load_site(self.content, self.content_name)
        except ContentError as error:
            return error
