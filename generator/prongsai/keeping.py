"""The folder of a user for what is kept between runs. At the edge."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_dir


def place() -> Path:
    """Return where what is kept has its place, whether it is there or not."""
    return Path(user_cache_dir("prongsai"))


def kept(name: str) -> Path | None:
    """Return the folder of this name; None where none can be made, which only costs the time."""
    folder = place() / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
