"""Run every benchmark."""

from __future__ import annotations

from benchmarks import build_time

build_time.main()
