"""Which paths evidence may name: documents below `files/` of its year, and nothing else."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from prongsai.problems import Text

FOLDER = "files"


def misplaced(written: str, year_folder: str) -> tuple[Text, Text] | None:
    """Return why a path cannot be a document of the year, and the cure; None where it may be one.

    `year_folder` is what the cure calls the folder of the year. Nothing is looked up.
    """
    if written.lower().endswith(".md"):
        message = Text(f"'{written}' เป็นไฟล์ Markdown", f"'{written}' is a Markdown file")
        return message, _NO_MARKDOWN
    if "\\" in written or ":" in written:
        message = Text(
            f"'{written}' ไม่ใช่ที่อยู่ไฟล์ในโฟลเดอร์ของปี", f"'{written}' is not a relative path"
        )
    elif PurePosixPath(written).is_absolute() or ".." in PurePosixPath(written).parts:
        message = Text(
            f"'{written}' ออกนอกโฟลเดอร์ของปี", f"'{written}' climbs out of the year's folder"
        )
    elif not written.startswith(f"{FOLDER}/"):
        message = Text(f"'{written}' ไม่ได้อยู่ใน files/", f"'{written}' is not in files/")
    else:
        return None
    return message, into_files(written, year_folder)


def into_files(written: str, year_folder: str) -> Text:
    """Return the cure of a path to a file that lies elsewhere: to copy it, and what to write."""
    name = re.split(r"[\\/:]", written)[-1].strip()
    path = f"{FOLDER}/{name}"
    return Text(
        f"คัดลอกไฟล์ไปไว้ใน {year_folder}/{FOLDER} แล้วเขียน {path if name else 'files/ชื่อไฟล์'}",
        f"copy the file into {year_folder}/{FOLDER} and write {path if name else 'files/NAME'}",
    )


_NO_MARKDOWN = Text(
    "บันทึกเป็น PDF หรือเขียนข้อความนั้นเองเป็นหลักฐานแบบ ข้อความ (text) แทนไฟล์",
    "save it as PDF, or write the text itself as evidence of the form text (ข้อความ)",
)
