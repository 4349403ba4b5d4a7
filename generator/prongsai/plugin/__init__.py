"""The MkDocs plugin, and MkDocs run by it. The only package that imports mkdocs."""

from __future__ import annotations

from prongsai.plugin.hooks import ProngsaiPlugin

__all__ = ["ProngsaiPlugin"]
