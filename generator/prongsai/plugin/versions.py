"""Links to our stylesheets and scripts that change when the files do.

Browsers and the caches of hosts keep a file by its name, some for weeks, and who hosts by FTP cannot
tell them otherwise: after an upgrade, or in a new colour, pages would be dressed in yesterday's styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import File

_FOLDER = "assets/prongsai/"
_LINK = re.compile(rf"(?<={_FOLDER})[a-z-]+\.(?:css|js)(?=[\"'])")
_LENGTH = 8


def versions(files: Iterable[File]) -> dict[str, str]:
    """Return the beginning of the SHA-256 of each of our files, by its name in the folder."""
    ours = {file.src_uri: file for file in files if file.src_uri.startswith(_FOLDER)}
    return {
        path.removeprefix(_FOLDER): sha256(file.content_bytes).hexdigest()[:_LENGTH]
        for path, file in ours.items()
    }


def versioned(html: str, known: Mapping[str, str]) -> str:
    """Return a page whose links to our files name their version: `prongsai.css?v=1f0c4a2b`."""

    def link(found: re.Match[str]) -> str:
        version = known.get(found[0])
        return f"{found[0]}?v={version}" if version else found[0]

    return _LINK.sub(link, html)
