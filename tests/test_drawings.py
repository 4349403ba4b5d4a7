"""An SVG is published when it is a drawing, and refused by what else it does."""

from __future__ import annotations

import pytest

from prongsai.drawings import refuse_active
from prongsai.problems import InvalidValueError

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" %s>%s</svg>'
)

DRAWINGS = {
    "shapes": SVG % ('viewBox="0 0 9 9"', '<path fill="#fff" d="M0 0h9v9z"/><text>อบต.</text>'),
    "a gradient used by name": SVG
    % ("", '<linearGradient id="a"/><path fill="url(#a)" style="stroke: url( \'#a\' )"/>'),
    "a part used again": SVG % ("", '<g id="a"/><use xlink:href="#a"/><use href="#a"/>'),
    "a picture inside": SVG % ("", '<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "a style sheet of its own": SVG % ("", "<style>.a{fill:#1a5f3c}</style>"),
    "a document type, as Illustrator writes": '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC '
    '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    + SVG
    % ("", ""),
    "without its namespace": "<svg><path/></svg>",
    "what Inkscape writes": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5"
   inkscape:version="1.2.2" sodipodi:docname="emblem.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:document-units="mm">
    <inkscape:grid type="xygrid" id="grid1"/>
  </sodipodi:namedview>
  <defs id="defs2">
    <inkscape:path-effect effect="bspline" id="path-effect1"/>
    <filter id="filter1"><feGaussianBlur stdDeviation="2" id="blur1"/></filter>
    <clipPath id="clip1"><circle r="9"/></clipPath>
  </defs>
  <metadata id="metadata5"><rdf:RDF><cc:Work rdf:about="">
    <dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/>
  </cc:Work></rdf:RDF></metadata>
  <svg:g inkscape:label="Layer 1" inkscape:export-filename="ตรา \\ 2.png" inkscape:groupmode="layer" id="layer1">
    <path d="M0 0h9v9z" sodipodi:nodetypes="cccc" style="filter:url(#filter1);fill:#1a5f3c"/>
  </svg:g>
</svg>""",
}
REFUSED = {
    "a script": (SVG % ("", "<script>alert(1)</script>"), "<script>"),
    "a script in capitals": (SVG % ("", "<SCRIPT>alert(1)</SCRIPT>"), "<script>"),
    "a script under a prefix": (
        SVG % ('xmlns:s="http://www.w3.org/2000/svg"', "<s:script>x</s:script>"),
        "<script>",
    ),
    "an element that nobody knows": (SVG % ("", "<blink/>"), "<blink>"),
    "an element of another language": (
        SVG % ('xmlns:x="https://x.example/ns"', "<x:view/>"),
        "<view>",
    ),
    "MathML inside": (
        SVG % ("", '<math xmlns="http://www.w3.org/1998/Math/MathML"/>'),
        "<math>",
    ),
    "HTML under a prefix": (
        SVG % ('xmlns:h="http://www.w3.org/1999/xhtml"', "<h:style>a{}</h:style>"),
        "<style>",
    ),
    "a handler in an editor's element": (
        SVG
        % ('xmlns:i="http://www.inkscape.org/namespaces/inkscape"', '<i:grid onclick="alert(1)"/>'),
        "onclick",
    ),
    "entities, as Illustrator writes for its own use": (
        '<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>'
        + SVG % ('xmlns:i="&ns_ai;"', ""),
        "<!ENTITY ns_ai>",
    ),
    "a handler": (SVG % ('onload="alert(1)"', ""), "onload"),
    "HTML inside": (SVG % ("", "<foreignObject><b/></foreignObject>"), "<foreignobject>"),
    "a link": (SVG % ("", '<a href="#x"><path/></a>'), "<a>"),
    "an animation of an address": (SVG % ("", '<set attributeName="href" to="x"/>'), "<set>"),
    "a picture elsewhere": (SVG % ("", '<image href="https://x.example/a.png"/>'), "href"),
    "a picture elsewhere by the old name": (
        SVG % ("", '<image xlink:href="//x.example/a"/>'),
        "href",
    ),
    "a script as an address": (SVG % ("", '<use href="javascript:alert(1)"/>'), "href"),
    "an SVG inside an address": (
        SVG % ("", '<image href="data:image/svg+xml;base64,PA=="/>'),
        "href",
    ),
    "a base": (SVG % ('xml:base="https://x.example/"', ""), "base"),
    "a fill from elsewhere": (SVG % ("", '<path fill="url(https://x.example/a#b)"/>'), "fill"),
    "a style that asks": (
        SVG % ("", '<path style="fill:url( &quot;//x.example/a&quot; )"/>'),
        "style",
    ),
    "a style sheet that asks": (
        SVG % ("", "<style>@imp<![CDATA[ort]]> 'x.css';</style>"),
        "@import",
    ),
    "a style sheet that hides": (SVG % ("", "<style>@\\69mport 'x.css';</style>"), "\\"),
    "a style sheet beside": (
        '<?xml-stylesheet href="a.css"?>' + SVG % ("", ""),
        "<?xml-stylesheet",
    ),
    "an entity": ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % ("", "&a;"), "<!ENTITY a>"),
    "a page": ("<html><body/></html>", "<html>"),
    "a page of an editor": ('<svg xmlns="http://creativecommons.org/ns#"/>', "<svg>"),
    "not XML": ("<svg><path></svg>", "well-formed"),
    "nothing": ("", "well-formed"),
}


INKSCAPE = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="%s"'


@pytest.mark.parametrize(
    "place",
    [r"C:\Users\a\Desktop\ตรา.png", "/home/a/e.png", "/Users/a/e.png", "file:///e.png", r"\\pc\a"],
)
def test_a_folder_on_a_computer_is_not_published_and_called_what_it_is(place):
    with pytest.raises(InvalidValueError) as raised:
        refuse_active((SVG % (INKSCAPE % place, "")).encode(), "files/emblem.svg")

    assert "tells a folder on the computer" in raised.value.message.en
    assert "ที่เก็บไฟล์ในคอมพิวเตอร์" in raised.value.message.th
    assert "export-filename" in raised.value.message.th


@pytest.mark.parametrize("what", DRAWINGS)
def test_a_drawing_is_taken(what):
    refuse_active(DRAWINGS[what].encode(), "files/emblem.svg")


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_more_than_a_drawing_is_refused_by_name(what):
    content, told = REFUSED[what]

    with pytest.raises(InvalidValueError) as raised:
        refuse_active(content.encode(), "files/emblem.svg")

    assert "files/emblem.svg" in raised.value.message.th
    assert told in raised.value.message.en
    assert "PNG" in raised.value.hint.th
