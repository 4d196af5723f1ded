"""Decisions in a folder and in a database: a chain that names whatever was done to it."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from presign.checker.record.content import id_of, sealed
from presign.checker.record.find import Found, Listed, find, listed
from presign.checker.record.folder import FolderStore
from presign.checker.record.store import RecordProblem, RecordStopped, Store, open_store
from presign.checker.record.verify import verify
from presign.ledger.store.ledger import init_ledger
from presign.ledger.store.problems import LedgerProblem
from presign.messages import say

TEXT = 'policy "Small" version "1"\n'
DIGEST = sha256(TEXT.encode()).hexdigest()


def content(name: str = "甲公司", day: int = 1, verdict: str = "violated") -> dict[str, object]:
    return {
        "presign_record": 1,
        "time": datetime(2026, 3, day, 8, tzinfo=UTC).isoformat(),
        "run": {"as_of": f"2026-03-{day:02d}"},
        "contract": {"path": f"{name}.docx"},
        "customer": {"names": [name], "numbers": ["91340100MA00000001"] if name == "甲公司" else []},
        "policies": [{"path": "small.policy", "sha256": DIGEST}],
        "verdicts": [{"rule": "A-1", "verdict": verdict}],
        "decision": {"recommendation": "do_not_sign"},
    }


def add(store: Store, *names: str) -> list[bytes]:
    return [
        store.append(lambda number, previous: sealed(content(name, day), number, previous), {DIGEST: TEXT})  # noqa: B023
        for day, name in enumerate(names, 1)
    ]


def opened(target: object, *, create: bool = True) -> Store:
    found = open_store(str(target), create=create)
    assert not isinstance(found, RecordProblem), found
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture(params=["folder", "database"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "folder":
        yield opened(tmp_path / "records")
        return
    made = init_ledger(str(tmp_path / "ledger.db"))
    assert not isinstance(made, LedgerProblem)
    made.close()
    found = opened(tmp_path / "ledger.db")
    yield found
    found.close()


def problems(store: Store, expected: str | None = None) -> list[str]:
    found = verify(store, expected)
    for each in found.problems:
        assert say(each.key, "en", each.values) and say(each.key, "zh", each.values)
    return [
        f"{each.key.removeprefix('record.')} {dict(each.values).get('number', '')}".strip() for each in found.problems
    ]


def test_each_record_names_the_one_before(store: Store) -> None:
    first, second, third = add(store, "甲公司", "乙公司", "丙公司")
    assert json.loads(first)["previous"] is None
    assert json.loads(second)["previous"] == sha256(first).hexdigest()
    assert json.loads(third)["previous"] == sha256(second).hexdigest()
    assert [json.loads(raw.data)["number"] for raw in store.records()] == [1, 2, 3]
    found = verify(store)
    assert found.problems == () and found.count == 3
    assert found.head is not None and found.head.sha256 == sha256(third).hexdigest()


def test_a_policy_text_is_kept_once(store: Store) -> None:
    add(store, "甲公司", "乙公司")
    assert store.source(DIGEST) == TEXT
    assert store.source("0" * 64) is None


def test_an_empty_store_is_sound(store: Store) -> None:
    assert problems(store) == []
    assert verify(store).head is None


def test_what_somebody_wrote_down_of_the_end_is_looked_for(store: Store) -> None:
    _, last = add(store, "甲公司", "乙公司")
    assert problems(store, sha256(last).hexdigest().upper()) == []
    assert problems(store, "0" * 64) == ["not_expected"]


def test_a_record_is_found_by_number_id_or_its_beginning(store: Store) -> None:
    made = add(store, "甲公司", "乙公司")
    id = json.loads(made[1])["id"]
    for wanted in ("2", id, id[:8], id.upper()):
        found = find(store, wanted)
        assert isinstance(found, Found) and found.number == 2, wanted
    for wanted in ("3", "ffffffff", ""):
        missing = find(store, wanted)
        assert isinstance(missing, RecordProblem) and missing.key == "record.no_such", wanted


def test_records_are_listed_by_customer_and_day(store: Store) -> None:
    add(store, "甲公司", "乙贸易有限公司", "甲公司")

    def numbers(customer: str | None = None, since: date | None = None) -> list[int]:
        return [each.number for each in listed(store, customer, since) if isinstance(each, Listed)]

    assert numbers() == [1, 2, 3]
    assert numbers("甲公司") == numbers("9134 0100 MA00 000001") == [1, 3]
    assert numbers("乙贸易") == [2]
    assert numbers("丙") == numbers("公司") == []
    assert numbers(since=date(2026, 3, 2)) == [2, 3]
    assert numbers("甲公司", date(2026, 3, 2)) == [3]


def test_two_writers_take_turns(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: add(store, name), [f"公司{at}" for at in range(12)]))
    assert problems(store) == []
    assert [raw.number for raw in store.records()] == list(range(1, 13))


@pytest.fixture
def three(folder: Path) -> FolderStore:
    found = opened(folder)
    add(found, "甲公司", "乙公司", "丙公司")
    assert isinstance(found, FolderStore)
    return found


Harm = Callable[[Path], object]


def record(folder: Path, number: int) -> Path:
    return folder / "records" / f"{number:06d}.json"


def edit(folder: Path, number: int, seal: bool = False) -> None:
    """Put another verdict into a record; `seal`: with an id that fits."""
    path = record(folder, number)
    changed = json.loads(path.read_bytes())
    changed["verdicts"][0]["verdict"] = "satisfied"
    if seal:
        changed["id"] = id_of(changed)
    path.chmod(0o600)
    path.write_text(json.dumps(changed, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", "utf-8")


def exchange(folder: Path) -> None:
    first, second = (record(folder, number).read_bytes() for number in (1, 2))
    record(folder, 1).write_bytes(second)
    record(folder, 2).write_bytes(first)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda f: edit(f, 2), ["edited 2", "not_following 3"]),
        (lambda f: edit(f, 2, seal=True), ["not_following 3"]),
        (lambda f: edit(f, 3, seal=True), ["not_the_last 3"]),
        (lambda f: edit(f, 1, seal=True), ["not_following 2"]),
        (lambda f: record(f, 2).unlink(), ["missing"]),
        (lambda f: record(f, 1).unlink(), ["missing"]),
        (lambda f: record(f, 3).unlink(), ["missing"]),
        (lambda f: [record(f, at).unlink() for at in (1, 2, 3)], ["missing"]),
        (exchange, ["moved 1", "moved 2", "not_following 3"]),
        (lambda f: record(f, 2).rename(record(f, 4)), ["missing", "moved 4"]),
        (lambda f: record(f, 2).write_bytes(b"{"), ["broken 2", "not_following 3"]),
        (lambda f: record(f, 2).write_bytes(b"[1]"), ["broken 2", "not_following 3"]),
        (lambda f: record(f, 2).write_bytes(b"\xff\xfe"), ["broken 2", "not_following 3"]),
        (lambda f: (f / "head.json").unlink(), ["no_head"]),
        (lambda f: next((f / "sources").iterdir()).unlink(), ["source_missing 1"]),
        (lambda f: next((f / "sources").iterdir()).write_text("policy", "utf-8"), ["source_edited 1"]),
        (lambda f: (f / "records" / "notes.txt").write_text("mine", "utf-8"), []),
    ],
)  # fmt: skip
def test_what_was_done_to_the_chain_is_named(three: FolderStore, harm: Harm, told: list[str]) -> None:
    harm(three.folder)
    assert problems(three) == told


def test_nothing_is_added_behind_a_cut(three: FolderStore) -> None:
    record(three.folder, 3).unlink()
    with pytest.raises(RecordStopped) as stopped:
        add(three, "丁公司")
    assert stopped.value.problem.key == "record.cut_off"
    assert not record(three.folder, 4).exists()


def test_a_head_that_was_not_written_in_time_is_no_harm(three: FolderStore) -> None:
    before = (three.folder / "head.json").read_bytes()
    add(three, "丁公司")
    (three.folder / "head.json").write_bytes(before)
    assert problems(three) == []
    add(three, "戊公司")
    assert problems(three) == []


def test_a_record_that_was_there_is_never_written_to(three: FolderStore) -> None:
    kept = record(three.folder, 3).read_bytes()
    (three.folder / "head.json").unlink()
    record(three.folder, 4).write_bytes(b"somebody else's")
    add(three, "丁公司")
    assert record(three.folder, 3).read_bytes() == kept
    assert record(three.folder, 4).read_bytes() == b"somebody else's"
    assert record(three.folder, 5).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_only_the_owner_may_read(three: FolderStore) -> None:
    old = os.umask(0)
    try:
        add(three, "丁公司")
    finally:
        os.umask(old)
    for path in three.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert stat.S_IMODE(three.folder.stat().st_mode) == 0o700


def test_a_file_system_without_links_will_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    found = opened(folder)
    add(found, "甲公司", "乙公司")
    assert problems(found) == []
    assert sorted(path.name for path in (folder / "records").iterdir()) == ["000001.json", "000002.json"]


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    missing = open_store(str(tmp_path / "none"))
    assert isinstance(missing, RecordProblem) and missing.key == "record.none_there"
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    other = open_store(str(file))
    assert isinstance(other, RecordProblem) and other.key.startswith("ledger.")
    beneath = open_store(str(file / "below"), create=True)
    assert isinstance(beneath, RecordProblem) and beneath.key == "record.failed"
