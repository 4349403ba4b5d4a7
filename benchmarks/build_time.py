"""How long `prongsai build` takes beside a plain `mkdocs build` of the very same Markdown.

Both are whole processes, run in turn, so that a slow moment of the machine hits both. The ratio is
taken pair by pair; the aim is a median of at most 1.2.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
ROUNDS = 7
AIM = 1.2


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain"
        _run("prongsai", "generate", str(plain))
        pages = len(list((plain / "docs").rglob("*.md")))
        pairs = [_pair(Path(folder), plain) for _ in range(ROUNDS + 1)][1:]  # the first warms up
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    print(f"build time, {pages} pages, {ROUNDS} pairs")
    print(f"  prongsai build   {median(ours for ours, _ in pairs):6.2f} s  (median)")
    print(
        f"  mkdocs build     {median(theirs for _, theirs in pairs):6.2f} s  (median, same pages)"
    )
    print(
        f"  ratio            {median(ratios):6.2f}    ({ratios[0]:.2f} to {ratios[-1]:.2f}; aim {AIM})"
    )


def _pair(folder: Path, plain: Path) -> tuple[float, float]:
    ours = _timed("prongsai", "build", "--site-dir", str(folder / "ours"))
    config = str(plain / "mkdocs.yml")
    theirs = _timed(
        "mkdocs", "build", "--quiet", "--config-file", config, "--site-dir", str(folder / "theirs")
    )
    return ours, theirs


def _timed(program: str, *arguments: str) -> float:
    start = perf_counter()
    _run(program, *arguments)
    return perf_counter() - start


def _run(program: str, *arguments: str) -> None:
    command = [sys.executable, "-m", program, *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    main()
