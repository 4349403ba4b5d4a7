"""Findings as one page to print and hand round: no scripts, no other files, A4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from prongsai.checks.finding import SEVERITY_NAMES, Finding, Severity, by_file
from prongsai.problems import Lang, Text

_TITLE = Text("ข้อตรวจพบ", "Findings")
_NOTHING = Text("ไม่พบข้อที่ต้องแก้ไข", "No findings")
_HEADS = (
    Text("ที่", "Place"),
    Text("ระดับ", "Weight"),
    Text("รหัส", "Code"),
    Text("สิ่งที่พบ และวิธีแก้", "What was found, and the cure"),
    Text("แก้แล้ว", "Done"),
)
_STYLE = """\
@page { size: A4; margin: 18mm 15mm; }
body { font: 14px/1.6 'TH Sarabun New', Sarabun, Laksaman, Loma, sans-serif; margin: 1.5rem; color: #1b1b1b; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; break-after: avoid; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
td:last-child { width: 3.5em; } .error { font-weight: 700; } .cure { color: #444; }
@media print { body { margin: 0; } }
"""


def render(findings: Sequence[Finding], lang: Lang) -> str:
    """Return the page: how many of each weight, then a table per file."""
    title = _TITLE.told(lang)
    body = "".join(_files(findings, lang)) or f"<p>{_NOTHING.told(lang)}</p>\n"
    return (
        f'<!doctype html>\n<html lang="{lang.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{_counts(findings, lang)}</p>\n{body}</body>\n</html>"
    )


def _counts(findings: Sequence[Finding], lang: Lang) -> str:
    counted = Counter(finding.severity for finding in findings)
    told = (f"{SEVERITY_NAMES[one].told(lang)} {counted[one]}" for one in Severity)
    return " · ".join(told)


def _files(findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{head.told(lang)}</th>' for head in _HEADS)
    for file, found in by_file(findings).items():
        rows = "".join(_row(finding, lang) for finding in found)
        yield f"<h2>{escape(file)}</h2>\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        yield f"{rows}</tbody>\n</table>\n"


def _row(finding: Finding, lang: Lang) -> str:
    name = SEVERITY_NAMES[finding.severity].told(lang)
    hint = finding.hint.told(lang)
    cure = f'<div class="cure">{escape(hint)}</div>' if hint else ""
    line = finding.where.line or "–"
    return (
        f'<tr class="{finding.severity.value}"><td>{line}</td><td>{name}</td>'
        f"<td>{finding.code}</td><td>{escape(finding.message.told(lang))}{cure}</td><td>☐</td></tr>\n"
    )
