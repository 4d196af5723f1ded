"""Numbers of footnotes and endnotes: going on, or beginning anew with sections and pages."""

from __future__ import annotations

from docx_notation import Xml, entries, p, packed, part, read
from presign.parsers.document import Document, Limits, Part
from presign.parsers.docx.read import read_docx

PAGE = Xml("<w:r><w:lastRenderedPageBreak/></w:r>")


def note(identifier: int, kind: str = "footnote") -> Xml:
    return Xml(f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>')


def section(inner: str) -> str:
    return f"<w:sectPr>{inner}</w:sectPr>"


def about(restart: str, form: str = "decimal", start: int = 1, kind: str = "footnote") -> str:
    return (
        f'<w:{kind}Pr><w:numFmt w:val="{form}"/><w:numStart w:val="{start}"/>'
        f'<w:numRestart w:val="{restart}"/></w:{kind}Pr>'
    )


def notes(count: int) -> str:
    return "".join(f'<w:footnote w:id="{at}">{p(f"注{at}")}</w:footnote>' for at in range(1, count + 1))


def numbers(document: Document) -> list[str]:
    return [block.number for block in document.blocks if block.location.part is not Part.BODY]


def test_numbers_begin_anew_with_each_section() -> None:
    document = read(
        p("价", note(1), "款", note(2)),
        # The properties of a section stand in its last paragraph, whose own note still belongs to it.
        p("定金", note(3), more=section(about("eachSect"))),
        p("交货", note(4)),
        Xml(section(about("eachSect", "upperRoman", 5))),
        footnotes=notes(4),
    )
    assert numbers(document) == ["1", "2", "3", "V"]


def test_numbers_that_go_on_take_the_format_of_their_section() -> None:
    document = read(
        p("价", note(1)),
        p("款", note(2), more=section(about("continuous", "decimal", 3))),
        p("交货", note(3)),
        Xml(section('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>')),
        footnotes=notes(3),
    )
    assert numbers(document) == ["3", "4", "e"]


def test_numbers_begin_anew_on_each_page_word_noted() -> None:
    document = read(
        p("价", note(1), "款", note(2), PAGE, "又", note(3)),
        p(Xml('<w:r><w:br w:type="page"/></w:r>'), PAGE, "交货", note(4), Xml("<w:r><w:br/></w:r>"), note(5)),
        Xml(section(about("eachPage"))),
        footnotes=notes(5),
    )
    assert numbers(document) == ["1", "2", "1", "1", "2"]


def test_the_settings_say_what_a_section_does_not() -> None:
    files = entries(p("价", note(1)), p("款", note(2), more=section("")), p("交", note(3)), footnotes=notes(3))
    relation = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"'
    relations = files["word/_rels/document.xml.rels"]
    extra = f'<Relationship Id="s" {relation} Target="settings.xml"/></Relationships>'
    files["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", extra)
    files["word/settings.xml"] = part("settings", about("eachSect", "decimalEnclosedCircle"))
    for settings, expected in ((files["word/settings.xml"], ["①", "②", "①"]), ("<broken", ["1", "2", "3"])):
        found = read_docx("a.docx", packed({**files, "word/settings.xml": settings}), "0" * 64, Limits())
        assert isinstance(found, Document)
        assert numbers(found) == expected


def test_a_replaced_section_is_no_section() -> None:
    changed = section(f'{about("eachSect")}<w:sectPrChange w:id="1" w:author="Li">{section("")}</w:sectPrChange>')
    document = read(p("价", note(1), more=changed), p("款", note(2)), p("交", note(3)), footnotes=notes(3))
    assert numbers(document) == ["1", "2", "3"]
