"""Run every benchmark."""

from __future__ import annotations

from benchmarks import build_time, document_scan

build_time.main()
document_scan.main()
