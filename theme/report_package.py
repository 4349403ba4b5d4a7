"""A bare Word file with our styles: what python-docx begins with, less all that is not ours."""

from __future__ import annotations

from docx import Document
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from report_styles import CHARACTERS, FONT, OTHER_FONT, PARAGRAPHS, TABLES, run_look

_W = nsdecls("w")
_SETTINGS = f"""<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting
w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:bidi="th-TH"/></w:settings>"""
_FONTS = f"""<w:fonts {_W}><w:font w:name="{FONT}"><w:altName w:val="{OTHER_FONT}"/>
<w:panose1 w:val="020B0500040200020003"/><w:charset w:val="DE"/><w:family w:val="swiss"/>
<w:pitch w:val="variable"/></w:font></w:fonts>"""
_BULLETS = f"""<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType
w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText
w:val="•"/><w:lvlJc w:val="left"/>{run_look(0)}</w:lvl></w:abstractNum><w:num w:numId="1">
<w:abstractNumId w:val="0"/></w:num></w:numbering>"""
_DEFAULTS = f"""<w:docDefaults {_W}><w:rPrDefault>{run_look(32)}</w:rPrDefault><w:pPrDefault>
<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""
_NOT_OURS = {"customXml", "stylesWithEffects", "webSettings", "thumbnail", "extended-properties"}


def bare_file() -> WordFile:
    """Return an empty Word file that holds our styles and nobody else's."""
    file = Document()
    _drop_parts(file)
    _replace(file.settings.element, _SETTINGS)
    _replace(file.part.numbering_part.element, _BULLETS)
    fonts = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    assert type(fonts) is Part
    fonts._blob = _FONTS.encode()
    styles = file.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.append(parse_xml(_DEFAULTS))
    for style in (*PARAGRAPHS, *CHARACTERS):
        styles.append(parse_xml(style.xml(_W)))
    for table in TABLES:
        styles.append(parse_xml(table.format(_W)))
    _clear_properties(file)
    return file


def _drop_parts(file: WordFile) -> None:
    for source in (file.part, file.part.package):
        for key, relation in list(source.rels.items()):
            if relation.reltype.rpartition("/")[2] in _NOT_OURS:
                del source.rels[key]


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Give an element the children that it has in some XML, in place of its own."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _clear_properties(file: WordFile) -> None:
    properties = file.core_properties
    properties.comments = properties.author = ""
    properties.title = "แม่แบบรายงาน ITA"
    properties.language = "th-TH"
