"""The same job on a Dask cluster, with documents in an S3 store: real scheduler, real workers, a real server."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from portfolio_folder import SHORT
from presign.cli import main
from presign.parsers.document import Limits, Unreadable
from presign.portfolio.places import places
from presign.portfolio.remote import content

pytest.importorskip("distributed", reason="the extra `cluster` isn't installed")
pytest.importorskip("s3fs", reason="the extra `cluster` isn't installed")
pytest.importorskip("moto.server", reason="moto's server isn't installed")

POLICY = """# language: en
policy "Terms" version "1"

rule T-01 en "More than 60 days"
  severity high
  requires payment.net_days <= 60 days
"""
FILES = 12


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """A bucket of contracts on a server that speaks S3; its address is in the environment, as on a worker's machine."""
    from moto.server import ThreadedMotoServer

    port = free_port()
    server = ThreadedMotoServer("127.0.0.1", port, verbose=False)
    server.start()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AWS_ACCESS_KEY_ID", "nobody")
        patched.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
        patched.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patched.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        import s3fs

        system = s3fs.S3FileSystem(skip_instance_cache=True)
        system.mkdir("contracts")
        for at in range(FILES):
            text = SHORT.format(days=30 if at % 2 else 90, signed="2 March 2026")
            system.pipe_file(f"contracts/2026/{at:02}.txt", text.encode())
        system.pipe_file("contracts/2026/bad.pdf", b"%PDF-1.7 cut off")
        system.pipe_file("contracts/2026/logo.png", b"\x89PNG")
        yield "s3://contracts/2026"
    server.stop()


class Cluster:
    """A scheduler and two workers in processes of their own."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s"}
        self.address = f"tcp://127.0.0.1:{free_port()}"
        port = self.address.rpartition(":")[2]
        common = [sys.executable, "-m", "distributed.cli."]
        self.processes = [
            subprocess.Popen(
                [*common[:-1], f"{common[-1]}dask_scheduler", "--port", port, "--no-dashboard", "--host", "127.0.0.1"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=folder,
            ),
            *(
                subprocess.Popen(
                    [
                        *common[:-1],
                        f"{common[-1]}dask_worker",
                        self.address,
                        "--no-nanny",
                        "--nthreads",
                        "1",
                        "--no-dashboard",
                    ],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    cwd=folder,
                )
                for _ in range(2)
            ),
        ]

    def wait(self) -> None:
        """Wait until both workers have come."""
        from distributed import Client

        with Client(self.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

    def lose_worker(self) -> None:
        """Kill one of them."""
        self.processes[-1].kill()

    def close(self) -> None:
        """End all."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        made.wait()
        yield made
    finally:
        made.close()


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("policy") / "terms.policy"
    path.write_text(POLICY, encoding="utf-8")
    return str(path)


def test_addresses_are_listed_and_read(store: str) -> None:
    found = list(places([store]))
    assert found == [*(f"{store}/{at:02}.txt" for at in range(FILES)), f"{store}/bad.pdf"]
    assert list(places([f"{store}/03.txt"])) == [f"{store}/03.txt"]
    data = content(f"{store}/03.txt", Limits())
    assert isinstance(data, bytes) and data.startswith(b"SALES CONTRACT")
    missing = content(f"{store}/99.txt", Limits())
    assert isinstance(missing, Unreadable) and missing.key == "doc.read_missing"
    (nowhere,) = places(["s3://no-such-bucket/x"])
    assert isinstance(nowhere, Unreadable)
    (empty,) = places(["memory://nothing/here"])
    assert empty == Unreadable("memory://nothing/here", "doc.read_no_contracts")


def test_a_job_on_a_cluster_that_loses_a_worker(
    store: str, cluster: Cluster, policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "rows.jsonl"

    def lose_one() -> None:
        # in the middle: some rows are written, most aren't
        while not lines.exists() or len(lines.read_bytes().splitlines()) < 3:
            time.sleep(0.01)
        cluster.lose_worker()

    watching = threading.Thread(target=lose_one, daemon=True)
    watching.start()
    done = CliRunner().invoke(
        main,
        [
            *("check", store, "--policy", policy, "--scheduler", cluster.address),
            *("--output", f"jsonl:{lines}", "--lang", "en"),
        ],
    )
    watching.join(30)
    assert cluster.processes[-1].wait(30) is not None
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert sorted(row["path"] for row in rows) == [*(f"{store}/{at:02}.txt" for at in range(FILES)), f"{store}/bad.pdf"]
    assert {row["path"]: row["worst"] for row in rows if row["status"] == "checked"} == {
        f"{store}/{at:02}.txt": None if at % 2 else "high" for at in range(FILES)
    }
    assert done.exit_code == 2, "one file couldn't be read"
    assert done.stdout.startswith("13 files: 6 with violations from high upwards")


def test_no_scheduler_answers(tmp_path: Path, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presign.portfolio.cluster._WAIT_SECONDS", 0.2)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    done = CliRunner().invoke(
        main,
        [
            *("check", str(tmp_path / "a.txt"), "--policy", policy, "--format", "jsonl", "--lang", "en"),
            *("--scheduler", f"tcp://127.0.0.1:{free_port()}"),
        ],
    )
    assert done.exit_code == 2 and "no scheduler answers at" in done.stderr
