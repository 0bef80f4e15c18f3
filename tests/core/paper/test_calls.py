"""The sheets for two people who will call: every contact that is due once, no emergency number, what to paste."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter

import pypdfium2
import pytest

from guide.deciding.freshness import contacts_due
from guide.model import Catalogue
from guide.model.clock import today
from guide.model.contact import Contact
from guide.paper.call_sheet import call_sheets, calls_due, emergency_numbers, to_paste
from guide.reading.load import Loaded


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


def test_every_contact_that_is_due_stands_once_but_for_emergency_numbers(catalogue: Catalogue) -> None:
    calls = list(itertools.chain(*calls_due(catalogue, today()).values()))
    told = Counter((call.file.removeprefix("data/").removesuffix(".yml"), call.contact.value) for call in calls)
    due = Counter((item.name, item.what.split(" — ")[0]) for item in contacts_due(catalogue, today()))

    assert set(told.values()) == {1}
    left_out = due - told
    assert not told - due
    for name, value in left_out:
        folder, record = name.split("/")
        holder = catalogue.routes[record] if folder == "routes" else catalogue.lines[record]
        assert value in emergency_numbers(catalogue, holder)


def test_a_sheet_prints_number_questions_boxes_and_what_to_paste(catalogue: Catalogue) -> None:
    pdf = pypdfium2.PdfDocument(call_sheets(catalogue, today())["hn"])
    words = " ".join(page.get_textpage().get_text_range() for page in pdf)

    assert "9581-1846" in words
    assert "known: live" in words
    assert "data/routes/hn-conadeh.yml" in words
    assert words.count("Primera persona") == len(calls_due(catalogue, today())["hn"])


def test_what_is_pasted_is_what_the_model_takes(catalogue: Catalogue) -> None:
    contact = catalogue.routes["hn-conadeh"].contacts[0]
    lines = dict(line.split(": ", 1) for line in to_paste(contact) if not line.startswith("#"))
    given = contact.model_dump(by_alias=True, exclude={"copy_read", "known", "tested", "by"}, mode="json")

    filled = {**given, "known": lines["known"], "tested": dt.date(2026, 11, 1), "by": ["AB", "CD"]}

    assert set(lines) == {"known", "tested", "by"}
    assert Contact.model_validate({**filled, "label": None, "note": None}).tested == dt.date(2026, 11, 1)


def test_every_country_has_a_sheet_that_lists_what_to_read_again(catalogue: Catalogue) -> None:
    sheets = call_sheets(catalogue, today())
    assert set(sheets) >= set(catalogue.countries)

    pdf = pypdfium2.PdfDocument(sheets["hn"])
    words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    for name in ("COFADEH", "OFRANEH", "data/countries/hn.yml"):
        assert name in words
    assert words.count("lo leído vale hasta el") == 1 + len(catalogue.countries["hn"].names) + sum(
        route.countries == ("hn",) for route in catalogue.routes.values()
    )
