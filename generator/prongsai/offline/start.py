"""The page that opens a site which was unpacked on somebody's machine. Pure."""

from __future__ import annotations

from html import escape

START = "เปิดที่นี่.html"
FOLDER = "site"
"""All else lies in there, so that nobody has to look for the page to open."""
OPENER = f"{FOLDER}/offline.js"
OPENER_TEXT = f'location.replace("{FOLDER}/index.html")\n'
"""Runs in the page to open. Where nothing was unpacked it is not there, and the page stays."""

LINKS = f"{FOLDER}/offline-links.js"
LINKS_TEXT = """\
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]")
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
}, true)
"""
"""Mends the links that other scripts make, such as those to what a search finds."""

_FONTS = '"Sarabun", "Noto Sans Thai", "Leelawadee UI", "Thonburi", "Loma", "Tahoma", sans-serif'
_PAGE = """\
<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<link rel="icon" href="data:,">
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 36rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.8 {fonts}; }}
h1 {{ font-size: 1.4rem; line-height: 1.6; }}
</style>
</head>
<body>
<main>
<h1>{name}</h1>
<p><a href="{folder}/index.html">เปิดเว็บไซต์</a></p>
<p>ถ้ากดแล้วไม่พบหน้า แสดงว่ายังไม่ได้แตกไฟล์ zip ให้ทำตามนี้</p>
<ol>
<li>ปิดหน้านี้ แล้วคลิกขวาที่ไฟล์ zip</li>
<li>เลือก แยกทั้งหมด (Extract All)</li>
<li>เปิดไฟล์ {start} ในโฟลเดอร์ที่ได้</li>
</ol>
</main>
<script src="{opener}"></script>
</body>
</html>
"""


def start_page(name: str) -> str:
    """Return the page to open, for the site called `name`: it leads on by itself, or says what to do."""
    return _PAGE.format(
        name=escape(name),
        folder=FOLDER,
        start=START.removesuffix(".html"),
        opener=OPENER,
        fonts=_FONTS,
    )
