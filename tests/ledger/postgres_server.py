"""A PostgreSQL server of the tests' own: a fresh cluster on a free port, stopped and removed at the end."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

NOT_INSTALLED = (
    "PostgreSQL isn't installed: no `initdb` on the path or in /usr/lib/postgresql/*/bin; see `make postgres`"
)
USER = "presign"
_START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server. `name` gives each database its own name."""

    port: int
    password: str

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str = "template0") -> str:
        """A new database, and its address."""
        with self._connected() as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}" ENCODING \'UTF8\'')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        with self._connected() as connection:
            connection.execute(f'DROP DATABASE "{database}" WITH (FORCE)')

    def _connected(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.url("postgres"), autocommit=True)


def programs() -> Path | None:
    """The folder of the newest installed server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running(binaries: Path) -> Iterator[Server]:
    """Start a server; it never runs as root, since PostgreSQL refuses that."""
    folder = Path(tempfile.mkdtemp(prefix="presign-pg-"))
    user = _user()
    try:
        if user:
            shutil.chown(folder, user["user"], user["group"])
        password = secrets.token_hex(8)
        (folder / "password").write_text(password)
        if user:
            shutil.chown(folder / "password", user["user"], user["group"])
        quiet: dict[str, Any] = {"cwd": folder, "stdin": subprocess.DEVNULL, **user}
        options = ["--no-sync", "--auth=scram-sha-256", f"--username={USER}", f"--pwfile={folder}/password"]
        subprocess.run(
            [binaries / "initdb", *options, "--encoding=UTF8", "--locale=C", "-D", folder / "data"],
            check=True,
            capture_output=True,
            **quiet,
        )
        port = _free_port()
        settings = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", folder / "data", *(f"-c{setting}" for setting in settings)],
                stdout=log,
                stderr=log,
                **quiet,
            )
        try:
            _wait(server, Server(port, password), folder / "log")
            yield Server(port, password)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=_START_SECONDS)
    finally:
        shutil.rmtree(folder)


def _user() -> dict[str, Any]:
    """Who the server runs as when the tests run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: subprocess.Popen[bytes], where: Server, log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(where.url("postgres"), connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(log.read_text(errors="replace")) from None
            time.sleep(0.05)
