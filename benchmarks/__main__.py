"""Run every benchmark."""

from __future__ import annotations

from benchmarks import build_time, document_scan, first_visit, search_index

build_time.main()
document_scan.main()
first_visit.main()
search_index.main()
