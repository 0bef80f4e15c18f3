"""What was found sound is not looked through again, and nothing that was changed is taken for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import read_book
from guide.checking import everything
from guide.checking.verdict import MOST, Verdicts
from guide.model.fault import DataError
from guide.model.vocabulary import Edition


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The guides that were looked through, one entry for each time."""
    seen: list[Path] = []
    real = everything.checked

    def counted(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> everything.Checked:
        seen.append(root)
        return real(root, edition, published)

    monkeypatch.setattr(everything, "checked", counted)
    return seen


def test_a_sound_guide_is_looked_through_once_a_day(
    copy: Path, looks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", "2026-12-01")
    first = read_book(copy)
    again = read_book(copy)
    assert len(looks) == 1
    assert again.loaded.catalogue == first.loaded.catalogue
    assert {code: t.entries for code, t in again.translations.items()} == {
        code: t.entries for code, t in first.translations.items()
    }

    monkeypatch.setenv("TODAY", "2026-12-02")
    read_book(copy)
    assert len(looks) == 2


def test_what_was_changed_is_looked_through(
    copy: Path, looks: list[Path], change: Callable[[str, str, str], Path]
) -> None:
    read_book(copy)
    change("urgent.yml", "title: ", "title:  ")
    read_book(copy)
    assert len(looks) == 2
    # Another edition, other languages and a file beside the data are other questions.
    read_book(copy, published=("es",))
    (copy / "data/routes/notes.txt").write_text("x")
    with pytest.raises(DataError):
        read_book(copy, edition=Edition.PUBLIC)
    assert len(looks) == 4


def test_faults_are_told_each_time(copy: Path, looks: list[Path], change: Callable[[str, str, str], Path]) -> None:
    read_book(copy)
    change("urgent.yml", "title: ", "titel: ")
    for _ in range(2):
        with pytest.raises(DataError):
            read_book(copy)
    assert len(looks) == 3


def test_old_notes_go_and_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path)
    for number in range(MOST + 5):
        verdicts.note(f"{number:040}")
    assert len(list((tmp_path / ".cache/sound").iterdir())) == MOST

    (tmp_path / "other").mkdir()
    (tmp_path / "other/.cache").write_text("a file where the folder should be")
    refused = Verdicts(tmp_path / "other")
    refused.note("0" * 40)
    assert not refused.stands("0" * 40)
