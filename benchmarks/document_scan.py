"""How long it takes to look into documents, and how much memory, beside reading their bytes alone."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import typst

from prongsai.inspection import inspect

_WORDS = [
    "การ",
    "ดำเนินงาน",
    "โครงการ",
    "จัดซื้อจัดจ้าง",
    "งบประมาณ",
    "12,345.67",
    "2568",
    "บาท",
    "วิธีเฉพาะเจาะจง",
]
_LARGEST = 10**9
_TIMES = 3


def main() -> None:
    """Print, per kind of file, the seconds for 100 MB and the ratio to hashing the same bytes."""
    with TemporaryDirectory() as folder:
        made = _documents(Path(folder))
        print(f"looking into documents, best of {_TIMES}, beside hashing their bytes")
        for path in made:
            megabytes = path.stat().st_size / 1e6
            looked = _best(lambda path=path: inspect(path, largest=_LARGEST))  # type: ignore[misc]
            hashed = _best(lambda path=path: sha256(path.read_bytes()).digest())  # type: ignore[misc]
            print(
                f"  {path.suffix[1:]:5} {megabytes:5.1f} MB  {looked / megabytes * 100:6.1f} s for 100 MB"
                f"  ratio {looked / hashed:7.0f}"
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  memory at its highest, making the documents included: {peak:.0f} MB")


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def _documents(folder: Path) -> list[Path]:
    chance = random.Random(0)
    text = folder / "a.csv"
    lines = (",".join(chance.choices(_WORDS, k=12)) for _ in range(40_000))
    text.write_text("\n".join(lines), encoding="utf-8")
    sheet = folder / "a.xlsx"
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    for number in range(20_000):
        page.append([number, chance.random() * 1e6, *chance.choices(_WORDS, k=8)])
    book.save(sheet)
    paper = folder / "a.pdf"
    pages = (f'#"{" ".join(chance.choices(_WORDS, k=400))}"' for _ in range(60))
    paper.write_bytes(typst.compile("\n#pagebreak()\n".join(pages).encode()))
    return [text, sheet, paper]


if __name__ == "__main__":
    main()
