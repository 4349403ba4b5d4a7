"""`python -m prongsai` is the command line."""

from __future__ import annotations

from prongsai.cli import main

main()
