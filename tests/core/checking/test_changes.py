"""What ``changes.yml`` must hold, and which page each change concerns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import Book
from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.reading.load import Loaded
from guide.writing.changed import last_change
from tests import raw


@pytest.fixture
def faults(copy: Path) -> Callable[[str], list[tuple[str, int]]]:
    """Put an entry before all others of the copy, and return rule and line of each fault."""

    def broken(entry: str) -> list[tuple[str, int]]:
        path = copy / "data" / "changes.yml"
        head, mark, rest = path.read_text("utf-8").partition("- id: ")
        path.write_text(f"{head}{entry}\n{mark}{rest}", encoding="utf-8")
        start = head.count("\n")
        with pytest.raises(DataError) as error:
            load_all(copy / "data")
        return [(fault.rule, fault.line - start) for fault in error.value.faults]

    return broken


ENTRY = '- id: new\n  date: "{day}"\n  kind: {kind}\n  what: Algo cambió en estas páginas.\n  pages: [{pages}]'


@pytest.mark.parametrize(
    ("day", "kind", "pages", "fault"),
    [
        ("2026-11-30", "page", "page:nowhere", ("unknown-reference", 5)),
        ("2026-11-30", "page", "plan:facebook/nothing", ("unknown-reference", 5)),
        ("2026-11-30", "page", "plan:doxxing", ("unknown-reference", 5)),
        ("2026-11-30", "page", "country:zz", ("unknown-reference", 5)),
        ("2126-11-30", "page", "page:urgent", ("future-date", 2)),
        ("2026-11-30", "gossip", "page:urgent", ("unknown-value", 3)),
        ("2026-11-30", "page", "", ("too-few", 5)),
    ],
)
def test_what_no_change_may_say(
    faults: Callable[[str], list[tuple[str, int]]], day: str, kind: str, pages: str, fault: tuple[str, int]
) -> None:
    assert faults(ENTRY.format(day=day, kind=kind, pages=pages)) == [fault]


def test_an_older_change_stands_behind(faults: Callable[[str], list[tuple[str, int]]]) -> None:
    assert [rule for rule, _ in faults(ENTRY.format(day="2020-01-01", kind="page", pages='"page:@"'))] == ["order"]


@pytest.mark.parametrize(
    ("pages", "concerned", "others"),
    [
        ("page:urgent", {"urgent/"}, {"", "facebook/urgent/"}),
        ("page:routes", {"routes/"}, {"routes/cejil/"}),
        ("page:@", {"", "urgent/", "countries/gt/", "facebook/doxxing/no/"}, set()),
        ("plan:facebook/doxxing", {"facebook/doxxing/", "facebook/doxxing/no/"}, {"threads/doxxing/", "facebook/"}),
        ("plan:@", {"facebook/doxxing/more/", "threads/general/"}, {"facebook/", "facebook/menus/", "urgent/"}),
        ("platform:facebook", {"facebook/", "facebook/menus/"}, {"facebook/doxxing/", "threads/"}),
        ("platform:@", {"facebook/", "threads/other-way/"}, {"facebook/doxxing/", "routes/"}),
        ("route:oversight-board", {"routes/oversight-board/", "routes/oversight-board/how/"}, {"routes/"}),
        ("country:@", {"countries/gt/"}, {"countries/", "routes/cejil/"}),
        ("threat:doxxing", {"threats/doxxing/"}, {"threats/", "facebook/doxxing/"}),
    ],
)
def test_a_change_concerns_the_pages_that_it_names(
    loaded: Loaded, pages: str, concerned: set[str], others: set[str]
) -> None:
    first = next(iter(loaded.catalogue.changes.values()))
    one = loaded.catalogue.model_copy(update={"changes": {"a": first.model_copy(update={"pages": (pages,)})}})

    assert {path for path in concerned | others if last_change(one, path)} == concerned


def test_every_change_concerns_some_page(book: Book, root: Path) -> None:
    paths = [page.path for page in book.pages(book.languages[0])]
    catalogue = book.loaded.catalogue

    for change in catalogue.changes.values():
        alone = catalogue.model_copy(update={"changes": {change.id: change}})
        assert any(last_change(alone, path) for path in paths), change.id
    assert set(catalogue.changes) == {item["id"] for item in raw.read(root, "changes.yml")}
