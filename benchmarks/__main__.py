"""Run every benchmark."""

from __future__ import annotations

from benchmarks import build_time, document_scan, search_index

build_time.main()
document_scan.main()
search_index.main()
