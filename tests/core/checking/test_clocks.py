"""A clock that is wrong is told as such, and once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.book import Book
from guide.checking.check import load_all
from guide.checking.clocks import clock_ahead
from guide.model.fault import DataError


def test_a_clock_that_is_behind_is_one_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "2019-01-01")

    with pytest.raises(DataError) as raised:
        load_all(root / "data")

    (fault,) = raised.value.faults
    assert fault.rule == "wrong-clock"
    assert "TODAY" in fault.message
    assert "2019-01-01" in fault.message


def test_the_clock_of_the_machine_is_named_when_no_day_was_given(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TODAY", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr("guide.model.clock.today", lambda: dt.date(2019, 1, 1))

    with pytest.raises(DataError) as raised:
        load_all(root / "data")

    (fault,) = raised.value.faults
    assert fault.message.startswith("The clock of this machine")
    assert "set the clock" in fault.mend


def test_a_clock_that_is_ahead_is_a_note_and_no_fault(
    root: Path, book: Book, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clock_ahead(book.loaded.catalogue) == ""

    monkeypatch.setenv("TODAY", "2036-01-01")
    assert main(["--root", str(root), "check"]) == 0
    assert "2036-01-01" in capsys.readouterr().err
