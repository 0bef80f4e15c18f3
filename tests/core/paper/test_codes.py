"""Printed names: each belongs to its record, so that what is on paper keeps leading to the same sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import Book
from guide.checking.check import load_all
from guide.checking.codes import free_code
from guide.model import Catalogue
from guide.model.fault import DataError
from guide.model.languages import LANGUAGES
from guide.pages.all_pages import pages
from guide.paper.shared_sheets import sheets
from guide.writing.imprint import Imprint

#: Comes before all others in the order of the data, and belongs to the first group.
MADE = "aaa-made"


def with_made_threat(copy: Path, code: str) -> None:
    """Add a made threat, as README tells it: a copied file, and an entry in each platform that it names."""
    data = copy / "data"
    text = (data / "threats/coded-threat.yml").read_text(encoding="utf-8")
    text = text.replace("id: coded-threat", f"id: {MADE}", 1)
    text = re.sub(r"(?m)^(name|tab|say): .*$", r"\1: Algo nuevo", text)
    text = re.sub(r"(?m)^code: .*$", f'code: "{code}"', text)
    text = re.sub(r"(?m)^near:\n(?:  .*\n)+", "", text)
    (data / f"threats/{MADE}.yml").write_text(text, encoding="utf-8")
    for platform in sorted((data / "platforms").glob("*.yml")):
        before, head, after = platform.read_text(encoding="utf-8").partition("\nthreats:\n")
        entry = re.search(r"(?m)^  coded-threat:\n(?:    .*\n|\n)*", after)
        assert entry, platform.name
        made = entry.group().replace("coded-threat", MADE, 1)
        platform.write_text(before + head + made + after, encoding="utf-8")


def names(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return name and title of every sheet by the page that it is of."""
    return {sheet.path: (sheet.name, sheet.title) for sheet in sheets(catalogue, LANGUAGES["es"], Imprint())}


@pytest.mark.slow
def test_a_new_threat_renames_no_sheet_and_no_tab(copy: Path, book: Book) -> None:
    before = book.loaded.catalogue
    free = free_code(threat.code for threat in before.threats.values())
    with_made_threat(copy, free)

    after = load_all(copy / "data").catalogue

    assert next(iter(after.threats)) == MADE
    old, new = names(before), names(after)
    assert {path: new[path] for path in old} == old
    added = {name for path, (name, _) in new.items() if path not in old}
    assert added == {f"{platform}-{free}" for platform in before.platforms}
    tabs = {page.path: page.tab for page in pages(after, "es")}
    assert {page.path: page.tab for page in pages(before, "es")}.items() <= tabs.items()


def test_the_order_of_the_data_renames_nothing(book: Book) -> None:
    catalogue = book.loaded.catalogue
    turned = {
        name: dict(reversed(value.items()))
        for name in ("threats", "platforms", "countries", "routes", "groups")
        if (value := getattr(catalogue, name))
    }

    assert names(catalogue.model_copy(update=turned)) == names(catalogue)


@pytest.mark.slow
def test_a_code_names_one_threat_on_every_platform(book: Book) -> None:
    catalogue = book.loaded.catalogue
    sheet_names = [name for name, _ in names(catalogue).values()]

    assert len(sheet_names) == len(set(sheet_names))
    for platform in catalogue.platforms.values():
        for threat_id in platform.threats:
            name, title = names(catalogue)[f"{platform.id}/{threat_id}/"]
            code = catalogue.threats[threat_id].code
            assert name == f"{platform.id}-{code}"
            assert title.startswith(f"{platform.name} · {code} · ")


def test_a_copied_code_is_told_at_both_threats_and_the_mend_names_the_next_free_one(
    copy: Path, change: Callable[[str, str, str], Path], book: Book
) -> None:
    taken = book.loaded.catalogue.threats["coded-threat"].code
    with_made_threat(copy, taken)

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    told = {fault.file: fault for fault in caught.value.faults}
    assert set(told) == {"data/threats/coded-threat.yml", f"data/threats/{MADE}.yml"}
    free = free_code(threat.code for threat in book.loaded.catalogue.threats.values())
    for fault in told.values():
        assert fault.rule == "repeated-code"
        assert f'"{free}"' in fault.mend
        assert fault.quoted.startswith("code:")
    change(f"threats/{MADE}.yml", f'code: "{taken}"', f'code: "{free}"')
    assert load_all(copy / "data").catalogue.threats[MADE].code == free


@pytest.mark.parametrize(
    ("used", "free"),
    [(["0", "1", "2"], "3"), (["0", "1", "7"], "8"), (["0", "1", "9"], "10"), (["0", "2", "99"], "1"), ([], "1")],
)
def test_the_next_free_code_leaves_alone_what_paper_may_still_name(used: list[str], free: str) -> None:
    assert free_code(used) == free
