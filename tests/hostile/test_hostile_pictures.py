"""Pictures that mean harm, with text recognition on: each ends within the limits, with a message or a document."""

from __future__ import annotations

import io
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hostile_pictures import PICTURES, png
from presign.messages import advise, say
from presign.parsers.document import Document, Gap, Limits, Unreadable
from presign.parsers.ocr.mode import Ocr, installed
from presign.parsers.read import read_document

pytestmark = pytest.mark.skipif(not installed(), reason="the extra presign[ocr] isn't installed")
LIMITS = Limits(seconds=20, memory_bytes=900_000_000)
PATIENCE = 10 * LIMITS.seconds
CRASHES = {"doc.read_crashed", "doc.read_failed"}


@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_ends_with_a_message_or_a_document(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.bin"
    path.write_bytes(PICTURES[name]())
    started = time.monotonic()
    answer = read_document(path, LIMITS, ocr=Ocr())
    assert time.monotonic() - started < PATIENCE
    if isinstance(answer, Unreadable):
        assert answer.key not in CRASHES, answer
        for language in ("en", "zh"):
            assert say(answer.key, language, answer.values)
            advise(answer.key, language, answer.values)
    else:
        assert isinstance(answer, Document)


@pytest.mark.parametrize("carrier", ["zip", "mail"])
def test_a_hostile_picture_beside_a_contract_leaves_the_contract(tmp_path: Path, carrier: str) -> None:
    bomb = PICTURES["png-pixel-bomb"]()
    liar = png(5_000, 4_000, b"\0")
    out = io.BytesIO()
    if carrier == "zip":
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("contract.txt", "Payment is due within 30 days.")
            archive.writestr("1.png", bomb)
            archive.writestr("2.png", liar)
    else:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Date"] = "a@example.org", "b@example.org", "Mon, 04 May 2026 09:00:00 +0800"
        mail.add_attachment("Payment is due within 30 days.", filename="contract.txt")
        for number, picture in enumerate((bomb, liar), 1):
            mail.add_attachment(picture, maintype="image", subtype="png", filename=f"{number}.png")
        out.write(mail.as_bytes())
    path = tmp_path / "contract.bin"
    path.write_bytes(out.getvalue())
    answer = read_document(path, LIMITS, ocr=Ocr())
    assert isinstance(answer, Document) and answer.blocks[0].text == "Payment is due within 30 days."
    assert answer.gaps == tuple(
        Gap("doc.bundle_part", values=(("part", name), ("key", key)))
        for name, key in (("1.png", "doc.ocr_picture_large"), ("2.png", "doc.ocr_picture_failed"))
    )
