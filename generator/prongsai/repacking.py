"""Office files without the time at which they were written: the same content, the same bytes. Pure."""

from __future__ import annotations

import zipfile
from io import BytesIO

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file knows."""


def repacked(written: BytesIO) -> bytes:
    """Return the zip file with its members in order and without the time of writing."""
    out = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return out.getvalue()
