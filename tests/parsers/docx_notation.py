"""A notation that builds DOCX files in a line: `docx(p("Pay in [-30-][+60+] days"), tbl("甲方|乙方"))`.

Inside a text: `[+inserted+]`, `[-deleted-]`, `[~hidden~]`, `[_underlined_]`, `\\t` a tab, `\\n` a line break. What
isn't text is WordprocessingML, wrapped in `Xml`.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.docx.read import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BY = 'w:id="1" w:author="Li" w:date="2025-03-01T09:00:00Z"'
_MARK = re.compile(r"\[\+(?P<ins>.*?)\+\]|\[-(?P<del>.*?)-\]|\[~(?P<hid>.*?)~\]|\[_(?P<und>[^\]]*)_\]", re.S)


class Xml(str):
    """WordprocessingML as it is."""


def r(text: str, properties: str = "", tag: str = "t") -> Xml:
    """A run."""
    inner = ""
    for piece in re.split(r"(\t|\n)", text):
        if piece in ("\t", "\n"):
            inner += "<w:tab/>" if piece == "\t" else "<w:br/>"
        elif piece:
            inner += f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>'
    return Xml(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>")


def runs(text: str) -> Xml:
    """Runs of a text with marks."""
    if isinstance(text, Xml):
        return text
    out, at = "", 0
    for match in _MARK.finditer(text):
        out += r(text[at : match.start()]) if match.start() > at else ""
        at = match.end()
        match match.lastgroup:
            case "ins":
                out += f"<w:ins {BY}>{r(match['ins'])}</w:ins>"
            case "del":
                out += f"<w:del {BY}>{r(match['del'], tag='delText')}</w:del>"
            case "hid":
                out += r(match["hid"], "<w:vanish/>")
            case _:
                out += r(match["und"], '<w:u w:val="single"/>')
    return Xml(out + (r(text[at:]) if at < len(text) else ""))


def p(*content: str, style: str = "", num: tuple[int, int] | None = None, mark: str = "", more: str = "") -> Xml:
    """A paragraph; `num` is list and level, `mark` what stands in its paragraph mark's formatting."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    properties += more + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return Xml(f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(runs, content))}</w:p>")


def tc(*content: str, properties: str = "") -> Xml:
    """A cell."""
    inner = "".join(each if isinstance(each, Xml) else p(each) for each in content)
    return Xml(f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>")


def tr(*cells: str, properties: str = "") -> Xml:
    """A row; a plain text is a cell."""
    inner = "".join(each if isinstance(each, Xml) else tc(each) for each in cells)
    return Xml(f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>")


def tbl(*rows: str) -> Xml:
    """A table; a plain text is a row with its cells between bars."""
    return Xml(f"<w:tbl>{''.join(each if isinstance(each, Xml) else tr(*each.split('|')) for each in rows)}</w:tbl>")


def sdt(content: str, properties: str = "") -> Xml:
    """A content control."""
    return Xml(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")


def field(code: str, result: str | None = None, control: str = "") -> Xml:
    """A complex field."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{control}</w:fldChar></w:r>'
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(result)}'
    code = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return Xml(f'{begin}{code}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def box(*blocks: str) -> Xml:
    """A text box as Word writes it: a drawing, and the same text again in VML for old readers."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>{inner}</wps:txbx></wp:anchor></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return Xml(f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")


def part(root: str, inner: str) -> str:
    """A whole XML part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def entries(*blocks: str, **parts: str) -> dict[str, str]:
    """The entries of a package. `parts`: `styles`, `numbering`, `footnotes`, `header1`, …, the content of each."""
    body = "".join(each if isinstance(each, Xml) else p(each) for each in blocks)
    relations, files = "", {}
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = part(root, inner)
        relations += f'<Relationship Id="{name}" Type="{RELATION}/{kind}" Target="{name}.xml"/>'
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{relationships}">{office}</Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relationships}">{relations}</Relationships>',
        **files,
    }


def packed(files: dict[str, str]) -> bytes:
    """Entries as a ZIP package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(*blocks: str, **parts: str) -> bytes:
    """A DOCX file."""
    return packed(entries(*blocks, **parts))


def outcome(data: bytes, limits: Limits | None = None) -> Document | Unreadable:
    """What the reader makes of a file."""
    return read_docx("c.docx", data, "0" * 64, limits or Limits())


def read(*blocks: str, **parts: str) -> Document:
    """The document built from blocks."""
    document = outcome(docx(*blocks, **parts))
    assert isinstance(document, Document), document
    return document


def texts(*blocks: str, **parts: str) -> list[str]:
    """The texts of all blocks of the document built from blocks."""
    return [block.text for block in read(*blocks, **parts).blocks]


def numbers(*blocks: str, **parts: str) -> list[str]:
    """The automatic numbers of all blocks of the document built from blocks."""
    return [block.number for block in read(*blocks, **parts).blocks]


def level(at: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """A `w:lvl`."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """A numbering part with one abstract list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def style(identifier: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    """A `w:style`."""
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{inner}</w:style>'
