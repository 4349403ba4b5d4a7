"""Office files without the time at which they were written: the same content, the same bytes. Pure."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file knows."""


def repacked(
    written: BytesIO, changes: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """Return the zip file with its members in order and without the time of writing.

    `changes` leads from a member to what its bytes become.
    """
    out = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            change = (changes or {}).get(name)
            content = source.read(name)
            target.writestr(member, change(content) if change else content)
    return out.getvalue()
