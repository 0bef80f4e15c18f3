"""Code finds what it needs by roles in the data: an id can be changed, and the pages stay the same but for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.checking.check import load, load_all
from guide.model.fault import DataError
from guide.pages.all_pages import pages

#: Ids that code once knew by heart.
RENAMED = (
    *("report-open", "report-choose", "keep-link", "keep-screen", "block-do", "ask-again", "ask-review"),
    *("exact-words", "attack-after-no", "attack-after-silence", "g1", "g2", "g9"),
    *("oversight-board", "esperanza", "meta-cs"),
)
#: An id where it is one: after a name, a kind or an opening bracket, up to the end of the value.
PLACE = r"(?<=[ :\[]){name}(?=[,\n}}\])#\"])"
NEW = "-by-another-name"


@pytest.mark.slow
def test_ids_of_the_data_can_be_changed(copy: Path) -> None:
    before = {page.path: page.body for page in pages(load(copy / "data"))}
    found = set()
    for path in (copy / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for name in RENAMED:
            new = re.sub(PLACE.format(name=name), name + NEW, text)
            found |= {name} if new != text else set()
            text = new
        path.unlink()
        path.with_stem(path.stem + NEW if path.stem in RENAMED else path.stem).write_text(text, encoding="utf-8")

    after = {page.path.replace(NEW, ""): page.body.replace(NEW, "") for page in pages(load(copy / "data"))}

    assert found == set(RENAMED)
    # Lists in the order of file names keep their order as long as the new name sorts like the old one.
    assert after == before


@pytest.mark.parametrize(
    ("file", "line"),
    [("routes/oversight-board.yml", "role: board"), ("trees/escalate.yml", "role: advice")],
)
def test_what_nothing_holds_any_more_is_told_once(
    change: Callable[[str, str, str], Path], copy: Path, file: str, line: str
) -> None:
    change(file, f"{line}\n", "")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert [(fault.rule, fault.file) for fault in caught.value.faults] == [("one-role", f"data/{file.split('/')[0]}")]


def test_a_second_protocol_is_told(copy: Path) -> None:
    first = next((copy / "data/protocol").glob("*.yml"))
    text = first.read_text(encoding="utf-8").replace(f"id: {first.stem}\n", "id: other\n", 1)
    first.with_stem("other").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert ("one-role", "data/protocol/other.yml") in [(fault.rule, fault.file) for fault in caught.value.faults]
