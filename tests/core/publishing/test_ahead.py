"""Languages side by side give what they give one after the other."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from guide.paper.typeset import SheetFailed
from guide_mkdocs import ahead
from guide_mkdocs.ahead import Ahead


def where(name: str) -> tuple[str, int]:
    """Return the name, and the process that was asked."""
    if name == "bad":
        raise SheetFailed("the steps do not fit")
    return name, os.getpid()


@pytest.mark.parametrize("cores", [1, 2, 8])
def test_each_name_is_made_once_and_beside_this_process_where_there_is_room(
    cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "cores", lambda: cores)
    side_by_side = Ahead(where)

    side_by_side.begin(["en", "pt"])
    made = [side_by_side.take(name) for name in ("es", "en", "pt")]
    side_by_side.end()

    assert [name for name, _ in made] == ["es", "en", "pt"]
    assert made[0][1] == os.getpid()
    forked = {process for _, process in made[1:]} - {os.getpid()}
    assert bool(forked) == (cores > 1 and sys.platform == "linux")


def test_nothing_is_made_long_before_its_turn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    side_by_side = Ahead(lambda name: (tmp_path / name).write_text(name))

    side_by_side.begin(["en", "pt", "fr"])
    side_by_side.take("en")
    # Long enough for all that would be made without waiting for its turn.
    time.sleep(0.5)
    early = sorted(path.name for path in tmp_path.iterdir())
    side_by_side.take("pt")
    side_by_side.take("fr")
    side_by_side.end()

    assert "fr" not in early
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en", "fr", "pt"]


def test_what_a_killed_process_was_making_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed_beside(name: str) -> tuple[str, int]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return where(name)

    here = os.getpid()
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    side_by_side = Ahead(killed_beside)
    side_by_side.begin(["en", "pt"])

    assert [side_by_side.take(name) for name in ("en", "pt")] == [("en", here), ("pt", here)]
    side_by_side.end()


def test_what_cannot_be_made_is_told_as_if_it_had_been_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    side_by_side = Ahead(where)
    side_by_side.begin(["bad"])

    with pytest.raises(SheetFailed, match="do not fit"):
        side_by_side.take("bad")
    side_by_side.end()
    assert side_by_side.take("es") == ("es", os.getpid())
