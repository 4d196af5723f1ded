"""Old Word, WPS, RTF and OpenDocument files, converted by LibreOffice where it is installed.

The program runs without a screen, with a profile of its own that is thrown away: no macro runs, no link is followed,
and after the time limit its whole process group is killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from .document import Limits
from .problem import Problem, problem

_PROGRAMS = ("soffice", "libreoffice")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECURITY = "org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_PROFILE = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    + "</oor:items>"
)


def is_encrypted(data: bytes) -> bool:
    """Whether an OLE file is an Office document behind a password (MS-OFFCRYPTO 2.3)."""
    return _ENCRYPTED in data


def converted(data: bytes, suffix: str, limits: Limits) -> bytes | Problem:
    """The file as DOCX, or what stands in the way."""
    program = _program()
    if program is None:
        return problem("doc.legacy", found=suffix)
    with tempfile.TemporaryDirectory(prefix="presign-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        profile = place / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = place / f"contract.{suffix}"
        source.write_bytes(data)
        outcome = _run(program, profile, source, place / "out", limits)
        if outcome is not None:
            return outcome
        made = place / "out" / "contract.docx"
        if not made.is_file():
            return problem("doc.legacy_failed", found=suffix)
        if made.stat().st_size > limits.file_bytes:
            return problem("doc.read_too_large", bytes=made.stat().st_size, limit=limits.file_bytes)
        return made.read_bytes()


def _program() -> str | None:
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or (_MAC if Path(_MAC).exists() else None)


def _run(program: str, profile: Path, source: Path, out: Path, limits: Limits) -> Problem | None:
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)]
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    environment["HOME"] = str(profile)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except OSError:
        return problem("doc.legacy", found=source.suffix[1:])
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        return problem("doc.read_limit", seconds=f"{limits.seconds:g}")
    finally:
        # The office program leaves helpers behind; the group ends with it.
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return None
