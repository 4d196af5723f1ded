"""`presign check --output docx:… --output pdf:…`: where contracts are written, and what is refused and told."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx as python_docx
import pytest
from click.testing import CliRunner, Result
from presign.checker.report import Report
from presign.checker.run import Request, run
from presign.cli import main
from presign.commands.outputs import write_outputs
from presign.messages import advise, say
from presign.parsers.problem import Problem
from presign.reports.marked.notes import notes_of
from presign.reports.marked.targets import targets
from presign.reports.marked.write import write_marked
from pypdf import PdfReader
from word_packages import docx, p
from word_undoing import compare, insertions, marked_words, ours

SAMPLES = Path(__file__).parents[2] / "samples"
DAY = date(2026, 3, 2)
Run = Callable[..., Result]


@pytest.fixture
def presign() -> Run:
    def check(*arguments: object) -> Result:
        return CliRunner(catch_exceptions=False).invoke(
            main, ["check", *(str(argument) for argument in arguments), "--as-of", "2026-03-02", "--lang", "en"]
        )

    return check


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two Word contracts, one of them in a folder of its own, a PDF and a text."""
    folder = tmp_path_factory.mktemp("in")
    (folder / "old").mkdir(parents=True)
    shutil.copy(SAMPLES / "en-sound-supply.docx", folder / "supply.docx")
    shutil.copy(SAMPLES / "zh-service-it.docx", folder / "old" / "supply.docx")
    shutil.copy(SAMPLES / "en-dangerous-services.pdf", folder / "services.pdf")
    (folder / "order.txt").write_text(
        "PURCHASE ORDER\n\nBuyer shall pay within 90 days after delivery.\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def checked(contracts: Path) -> Report:
    """All of them checked."""
    report = run(Request((str(contracts),), as_of=DAY))
    assert isinstance(report, Report)
    assert len(report.documents) == 4
    return report


def only(report: Report, *names: str) -> Report:
    """The report on some of the documents, by their names in the folder."""
    root = os.path.commonpath([document.path for document in report.documents])
    found = {str(Path(document.path).relative_to(root)): document for document in report.documents}
    return replace(report, documents=tuple(found[name] for name in names))


def test_contracts_are_given_back_in_a_folder(presign: Run, contracts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    originals = {path: path.read_bytes() for path in contracts.rglob("*") if path.is_file()}
    result = presign(contracts, "--output", f"docx:{out}/", "--output", f"pdf:{out}/")
    assert result.exit_code == 1
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert written == ["old/supply.docx", "services.pdf", "supply.docx"]
    assert originals == {path: path.read_bytes() for path in contracts.rglob("*") if path.is_file()}
    assert f"`{contracts / 'services.pdf'}` isn't a Word document (.docx)" in result.stderr
    assert f"`{contracts / 'order.txt'}` isn't a PDF" in result.stderr
    for name in ("supply.docx", "old/supply.docx"):
        made = (out / name).read_bytes()
        compare(originals[contracts / name], made)
        comments = list(ours(made).values())
        assert comments[0].startswith("checked by Presign ")
        assert "as of 2026-03-02" in comments[0]
        assert list(insertions(made)) == []
    pages = PdfReader(out / "services.pdf").pages
    kinds = {str(each.get_object()["/Subtype"]) for page in pages for each in page.get("/Annots", [])}
    assert kinds == {"/Highlight", "/Text"}


def test_a_pattern_names_each_file(checked: Report, tmp_path: Path) -> None:
    report = only(checked, "supply.docx", "services.pdf")
    for form in ("docx", "pdf"):
        written = write_marked(form, report, "en", f"{tmp_path}/{{name}}-checked.{form}")
        assert not written.failed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["services-checked.pdf", "supply-checked.docx"]


def test_two_contracts_do_not_go_in_one_file(checked: Report, tmp_path: Path) -> None:
    target = tmp_path / "one.docx"
    written = write_marked("docx", only(checked, "supply.docx", "old/supply.docx"), "en", str(target))
    [told] = written.told
    assert written.failed and not target.exists()
    assert say(told.key, "en", told.values) == f"2 contracts can't be written to the one file `{target}`"
    assert "docx:FOLDER/" in advise(told.key, "en", told.values)
    assert "docx:{name}-checked.docx" in advise(told.key, "zh", told.values)


def test_a_pattern_that_gives_two_contracts_one_name_is_refused(checked: Report, tmp_path: Path) -> None:
    written = write_marked("docx", only(checked, "supply.docx", "old/supply.docx"), "en", f"{tmp_path}/{{name}}-x.docx")
    assert written.told == (Problem("marked.same_name", (("path", str(tmp_path / "supply-x.docx")),)),)
    assert written.failed and not list(tmp_path.iterdir())


@pytest.mark.parametrize("where", ["supply.docx", "", "old/../supply.docx", "link.docx", "order.txt"])
def test_no_checked_contract_is_overwritten(checked: Report, contracts: Path, where: str) -> None:
    source = contracts / "supply.docx"
    if not (contracts / "link.docx").is_symlink():
        (contracts / "link.docx").symlink_to(source)
    before = source.read_bytes()
    written = write_marked("docx", only(checked, "supply.docx", "order.txt"), "en", str(contracts / where))
    assert written.failed
    assert written.told[-1].key == "marked.overwrites"
    assert source.read_bytes() == before


def test_what_is_no_word_document_is_said_with_the_way_out(presign: Run, contracts: Path, tmp_path: Path) -> None:
    result = presign(contracts / "order.txt", "--output", f"docx:{tmp_path / 'x.docx'}")
    assert result.exit_code == 2
    assert f"`{contracts / 'order.txt'}` isn't a Word document (.docx)" in result.stderr
    assert "save an old Word, WPS, RTF or ODT file as .docx first" in result.stderr
    assert not (tmp_path / "x.docx").exists()


def test_a_run_without_a_contract_says_so(checked: Report, tmp_path: Path) -> None:
    written = write_marked("docx", replace(checked, documents=()), "en", str(tmp_path / "x.docx"))
    assert written.failed
    assert written.told == (Problem("marked.none", (("form", "docx"),)),)


def test_a_word_document_in_one_xml_file_is_refused(presign: Run, tmp_path: Path) -> None:
    body = "<w:body><w:p><w:r><w:t>Buyer pays when it is ready.</w:t></w:r></w:p></w:body>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    flat = (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels">'
        '<pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml">'
        f'<pkg:xmlData><w:document xmlns:w="{space}">{body}</w:document></pkg:xmlData></pkg:part></pkg:package>'
    )
    (tmp_path / "flat.docx").write_text(flat, encoding="utf-8")
    result = presign(tmp_path / "flat.docx", "--output", f"docx:{tmp_path / 'x.docx'}")
    assert result.exit_code == 2
    assert "is a Word document in one XML file, which isn't written back" in result.stderr


def test_redline_needs_a_word_document(presign: Run, contracts: Path) -> None:
    result = presign(contracts / "services.pdf", "--redline", "--output", "pdf:x.pdf")
    assert result.exit_code == 2
    assert "`--redline` writes into a Word document, and none was asked for" in result.stderr


def test_redline_inserts_each_clause_once_in_the_language_of_the_contract(presign: Run, tmp_path: Path) -> None:
    source, target = SAMPLES / "zh-dangerous-construction-supply.docx", tmp_path / "checked.docx"
    presign(source, "--redline", "--output", f"docx:{target}")
    made = target.read_bytes()
    compare(source.read_bytes(), made)
    found = list(insertions(made))
    assert len(found) >= 10
    assert all(map(is_chinese, found)), "a Chinese contract"
    comments = list(ours(made).values())
    assert any("proposed wording: " in comment and "what to do: " in comment for comment in comments), (
        "an English reader"
    )


@pytest.fixture(scope="module")
def dangerous() -> dict[str, Report]:
    found = {}
    for language, name in (("zh", "zh-dangerous-construction-supply.docx"), ("en", "en-dangerous-master-supply.docx")):
        report = run(Request((str(SAMPLES / name),), as_of=DAY))
        assert isinstance(report, Report)
        found[language] = report
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_violation_of_a_sample_has_a_comment_at_its_words(
    dangerous: dict[str, Report], language: str, tmp_path: Path
) -> None:
    report = dangerous[language]
    [document] = report.documents
    written = write_marked("docx", report, language, str(tmp_path / "out.docx"))
    assert (written.told, written.failed) == ((), False)
    made = (tmp_path / "out.docx").read_bytes()
    compare(Path(document.path).read_bytes(), made)
    stands_at = marked_words(made)
    comments = {text.split("\n")[0]: stands_at[number] for number, text in ours(made).items()}
    violations = [finding for finding in document.findings if finding.outcome.verdict.value == "violated"]
    assert len(violations) >= 10
    for finding in violations:
        [heading] = [each for each in comments if f" {finding.rule.id} " in each.replace("】", " ")]
        assert finding.rule.title.get(language) in heading
        if finding.evidence and finding.evidence[0].location.part.value == "body":
            quote = finding.evidence[0].quote
            assert "".join(comments[heading].replace("_", "").split()) == "".join(quote.replace("_", "").split())
    opened = python_docx.Document(io.BytesIO(made))
    assert {comment.author for comment in opened.comments} == {"Presign"}
    assert sorted(comment.text.split("\n")[0] for comment in opened.comments) == sorted(
        text.split("\n")[0] for text in ours(made).values()
    )


def test_a_clause_in_a_contract_of_two_languages_is_in_that_of_the_words_it_answers(tmp_path: Path) -> None:
    report = run(Request((str(SAMPLES / "bilingual-export-sale.docx"),), as_of=DAY))
    assert isinstance(report, Report)
    [document] = report.documents
    assert document.language == "mixed"
    notes = [note for note in notes_of(document, report.program, "en") if note.clause and note.evidence]
    assert notes
    for note in notes:
        assert is_chinese(note.clause) is is_chinese(note.evidence[0].quote)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def test_open_questions_on_the_same_words_are_one_comment(dangerous: dict[str, Report], tmp_path: Path) -> None:
    write_marked("docx", dangerous["en"], "en", str(tmp_path / "out.docx"))
    made = (tmp_path / "out.docx").read_bytes()
    questions = {number: text for number, text in ours(made).items() if ", undecided]" in text}
    assert questions
    places = [marked_words(made)[number] for number in questions]
    assert len(places) == len(set(places))
    assert all(f"[{severity}, undecided]" not in text for text in questions.values() for severity in ("medium", "low"))
    assert all("find out: " in text for text in questions.values())


def test_a_file_that_changed_since_it_was_read_is_not_written_in(dangerous: dict[str, Report], tmp_path: Path) -> None:
    [document] = dangerous["en"].documents
    copy = tmp_path / "copy.docx"
    copy.write_bytes(docx(p("Another text")))
    report = replace(dangerous["en"], documents=(replace(document, path=str(copy)),))
    written = write_marked("docx", report, "en", str(tmp_path / "out.docx"))
    assert written.told == (Problem("marked.changed", (("path", str(copy)),)),)
    assert written.failed and not (tmp_path / "out.docx").exists()


def test_a_signed_package_is_written_and_told(checked: Report, tmp_path: Path) -> None:
    [document] = only(checked, "supply.docx").documents
    signed = tmp_path / "signed.docx"
    shutil.copy(document.path, signed)
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", b"")
    digest = hashlib.sha256(signed.read_bytes()).hexdigest()
    report = replace(checked, documents=(replace(document, path=str(signed), sha256=digest),))
    written = write_marked("docx", report, "en", str(tmp_path / "x.docx"))
    assert written.told == (Problem("marked.signed", (("path", str(signed)),)),)
    assert written.files == (tmp_path / "x.docx",) and not written.failed


def test_a_place_that_cannot_be_written_is_named(
    checked: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    target = tmp_path / "file" / "x.docx"
    with pytest.raises(SystemExit, match="2"):
        write_outputs((("docx", str(target)),), only(checked, "supply.docx"), "en")
    assert "can't be written" in capsys.readouterr().err


def test_targets_below_the_folder_they_have_in_common(tmp_path: Path) -> None:
    paths = [str(tmp_path / "a" / "x.docx"), str(tmp_path / "a" / "b" / "x.docx")]
    found = targets(paths, f"{tmp_path}/out/", "docx", paths)
    assert found == {paths[0]: tmp_path / "out" / "x.docx", paths[1]: tmp_path / "out" / "b" / "x.docx"}
