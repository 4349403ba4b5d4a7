"""A file that cannot be read, and what to do about it."""

from __future__ import annotations

from prongsai.problems import ProngsaiError, Text


class RefusedError(ProngsaiError):
    """Carries what is wrong with a file, and the cure."""

    def __init__(self, message: Text, cure: Text) -> None:
        super().__init__(Text(f"{message.th} วิธีแก้: {cure.th}", f"{message.en}; hint: {cure.en}"))
