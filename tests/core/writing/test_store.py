"""Files kept by digest: what has not changed is found, what nobody uses goes, and half a file is never read."""

from __future__ import annotations

import errno
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guide.writing.store import OLD, PATIENCE, Store


def test_what_was_put_is_found_by_another_run(tmp_path: Path) -> None:
    Store(tmp_path / "new").put("abc", "pdf", b"content")

    assert Store(tmp_path / "new").get("abc", "pdf") == b"content"
    assert Store(tmp_path / "new").get("abc", "fit") is None
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["abc.pdf"]


def test_what_no_run_uses_is_dropped_when_there_is_much_of_it(tmp_path: Path) -> None:
    old = Store(tmp_path)
    for number in range(PATIENCE):
        old.put(f"old{number}", "pdf", b"x")
    run = Store(tmp_path)
    run.put("used", "pdf", b"y")
    run.put("used", "fit", b"z")
    Store(tmp_path / "absent").prune()

    Store(tmp_path).prune()
    (tmp_path / "half.part").write_bytes(b"being written")
    old.prune()
    assert len(list(tmp_path.iterdir())) == PATIENCE + 3
    run.prune()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["half.part", "used.fit", "used.pdf"]


def test_threads_that_make_the_same_file_agree(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.put("same", "pdf", b"x" * 100_000), range(40)))

    assert store.get("same", "pdf") == b"x" * 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["same.pdf"]


def test_a_disk_that_is_full_costs_the_kept_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    Store(tmp_path).put("abc", "pdf", b"content")

    assert Store(tmp_path).get("abc", "pdf") is None
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_was_writing_is_cleared_later(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("used", "pdf", b"y")
    for name, age in (("left.part", OLD + 60), ("now.part", 0)):
        (tmp_path / name).write_bytes(b"half")
        day = time.time() - age
        os.utime(tmp_path / name, (day, day))

    store.prune()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["now.part", "used.pdf"]
