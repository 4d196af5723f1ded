"""Texts, pages and mails made to hurt the reader."""

from __future__ import annotations

from collections.abc import Callable

Build = Callable[[], bytes]

_HEAD = b"From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 04 May 2026 09:00:00 +0800\r\nMIME-Version: 1.0\r\n"


def _parts_in_parts(depth: int) -> bytes:
    inner = b"Content-Type: text/plain\r\n\r\nPay in 30 days\r\n"
    for at in range(depth):
        mark = f"b{at}".encode()
        inner = (
            b'Content-Type: multipart/mixed; boundary="'
            + mark
            + b'"\r\n\r\n--'
            + mark
            + b"\r\n"
            + inner
            + b"\r\n--"
            + mark
            + b"--\r\n"
        )
    return _HEAD + inner


def _attachments(count: int) -> bytes:
    one = b'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nPay\r\n'
    return _HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + one * count + b"--b--\r\n"


TEXTS: dict[str, Build] = {
    "text-one-line-of-millions": lambda: ("买方应付款" * 1_200_000).encode(),
    "text-nul": lambda: b"Pay in 30 days\0\0\0",
    "text-no-encoding": lambda: bytes(range(128, 256)) * 100,
    "text-marked-utf32-bomb": lambda: b"\xff\xfe\0\0" + b"\xff\xff\xff\xff" * 1000,
    "text-million-lines": lambda: b"Pay\n" * 1_000_000,
    "text-million-drawn-rows": lambda: ("│甲│乙│\n" * 200_000).encode(),
    "text-nothing-but-blanks": lambda: b" \n" * 1_000_000,
    "markdown-pipes": lambda: b"|" * 2_000_000,
    "markdown-stars": lambda: b"*" * 300_000 + b"a" + b"*" * 300_000,
    "markdown-comment-never-closed": lambda: b"<!--" * 300_000,
    "html-comments-before-something-else": lambda: b"<!-- -->" * 8_000 + b"<z>Pay",
    "html-heads-before-something-else": lambda: b"<?xml a?>" * 7_000 + b"<z>Pay",
    "html-struck-a-million-times": lambda: b"<html><p>" + b"<s>a</s>" * 500_000,
    "markdown-struck": lambda: b"~~a" * 400_000 + b"~~" + b"b~~" * 400_000,
    "text-drawn-cell-of-a-million-lines": lambda: ("┌──┐\n" + "│甲│\n" * 200_000 + "└──┘\n").encode(),
    "html-deep": lambda: b"<html><body>" + b"<div>" * 300_000 + b"Pay",
    "html-many-elements": lambda: b"<html><p>" + b"<b>a</b>" * 500_000,
    "html-many-list-items": lambda: b"<html><ol>" + b"<li>a" * 20_000 + b"</ol>",
    "html-cells-of-millions": lambda: b"<html><table><tr><td rowspan=99999999 colspan=99999999>a</td></tr></table>",
    "html-entities": lambda: b"<html><!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;&a;</p>",
    "html-reads-files": lambda: (
        b"<html><iframe src='file:///etc/passwd'></iframe><link href='http://127.0.0.1:9/x'><p>Pay</p>"
    ),
    "html-long-attribute": lambda: b"<html><p style='" + b"x" * 11_000_000 + b"'>Pay</p>",
    "mail-parts-in-parts": lambda: _parts_in_parts(2_000),
    "mail-many-attachments": lambda: _attachments(20_000),
    "mail-boundary-lost": lambda: _HEAD + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\nno boundary here',
    "mail-base64-garbage": lambda: (
        _HEAD
        + b'Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\n!!!!'
        + b"=" * 100_000
    ),
    "mail-unknown-charset": lambda: _HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\nPay in 30 days\r\n",
    "mail-endless-header": lambda: _HEAD + b"X-A: " + b"a" * 5_000_000 + b"\r\n\r\nPay",
    "name-turned-around": lambda: b"Pay in 30 days",
}
