"""All rules of ``/rules/`` as one table on one leaf: what to do now, at the same time, after, and what to avoid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import product
from string import ascii_lowercase
from typing import Any

from guide.model import Catalogue
from guide.model.languages import Language
from guide.model.roles import GuardRole
from guide.model.vocabulary import PageId, Paper
from guide.paper.printing import Printing
from guide.paper.typeset import MOST_PAGES, Job, SheetFailed, compiled, page_count
from guide.writing.file_names import pdf_path
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import openness_words
from guide.writing.render import Writer
from guide.writing.rule_rows import RuleItem, RuleRow, rule_rows
from guide.writing.validity import Validity

NAME = "ways"
TEMPLATE = "rules.typ"
PATH = "rules/"
#: Sizes of its letters in points, the largest first.
SIZES = (10.5, 10, 9.5, 9)
#: How the table is set, the easiest to read first: whole words and rows, then divided ones for languages that are
#: longer, then closer lines and words. ``columns`` are the shares of the width; ``leading``, and what ``closer`` takes
#: from the room between letters, are in sizes of its letters.
SETTINGS: tuple[dict[str, Any], ...] = (
    {"divided": False, "leading": 0.32, "closer": 0, "columns": (0.545, 1, 1.5, 0.85)},
    {"divided": True, "leading": 0.32, "closer": 0, "columns": (0.545, 1, 1.5, 0.85)},
    {"divided": True, "leading": 0.29, "closer": 0, "columns": (0.5, 1, 1.6, 0.9)},
    {"divided": True, "leading": 0.26, "closer": 0.01, "columns": (0.5, 1, 1.6, 0.9)},
    {"divided": True, "leading": 0.24, "closer": 0.02, "columns": (0.55, 1, 1.5, 0.85)},
)
_PARTS = ("now", "parallel", "next")
#: Conditions that come often; that about the State is always written out.
_LETTERS = {"when-journalist": "a", "when-not-yet": "b", "when-refused": "c", "when-not-exile": "d"}

#: Signs from which on a phrase takes a line of its own in a cell.
_LONG = 30


def inputs(
    catalogue: Catalogue, language: Language, paper: Paper, printing: Printing, imprint: Imprint
) -> dict[str, Any]:
    """Return what the template prints, all but the size of the letters."""
    writer = Writer(Here(language, PATH), catalogue.interface)
    ui, plain = catalogue.interface, writer.plain
    guard = catalogue.guard(GuardRole.STATE)
    address = f"{printing.address}{language.folder}{PATH}" if printing.address else ""
    rows = rule_rows(catalogue)
    letters = {plain(ui[name]): letter for name, letter in _LETTERS.items()}
    letters |= _repeated(rows, catalogue, writer)
    offered = [
        catalogue.routes[item.route].checked
        for rule in catalogue.rules.rules
        for item in (*rule.now, *rule.parallel, *rule.next)
        if item.route
    ]
    valid = Validity.of(offered, catalogue.freshness.days("contact"))
    return {
        "title": plain(catalogue.page_texts[PageId.RULES].tab),
        "lang": language.code,
        "paper": paper.value,
        "safety": f"{plain(guard.title)}. {plain(guard.text)}",
        "heads": [plain(ui["rules-if"]), *(plain(ui[f"part-{name}"]) for name in _PARTS), plain(ui["part-avoid"])],
        "rows": [_row(row, catalogue, writer, letters) for row in rows],
        "after": valid.words(catalogue, language),
        # On the first page, where the marks begin: who has only the front must be able to read them.
        "legend": " ".join(f"({letter}) {words}." for words, letter in letters.items())
        + f" † {plain(ui['rules-dagger'])}",
        "notes": [
            " ".join(
                [
                    plain(ui["rules-draft"]),
                    *(plain(text) for text in imprint.edition_line(catalogue)),
                    *imprint.lines(catalogue),
                ]
            ),
        ],
        "address_word": plain(ui["sheet-address"]),
        "address": address,
        "day": str(valid.after),
        "qr": bool(address) and printing.qr,
    }


def _repeated(rows: Iterable[RuleRow], catalogue: Catalogue, writer: Writer) -> dict[str, str]:
    """Return a letter for each phrase on for whom a route is that comes more than once, or is long for its cell."""
    told = Counter(_whom(item, catalogue, writer) for row in rows for _, items in row.parts for item in items)
    often = [words for words, count in told.items() if words and (count > 1 or len(words) > _LONG)]
    return dict(zip(often, ascii_lowercase[len(_LETTERS) :], strict=False))


def _whom(item: RuleItem, catalogue: Catalogue, writer: Writer) -> str:
    return openness_words(catalogue, item.only, writer).rstrip(".")


def _row(row: RuleRow, catalogue: Catalogue, writer: Writer, letters: Mapping[str, str]) -> dict[str, Any]:
    parts = dict(row.parts)
    cells = [[_item(item, catalogue, writer, letters) for item in parts.get(name, ())] for name in _PARTS]
    return {"say": writer.plain(row.say), "cells": [*cells, [writer.plain(text) for text in row.avoid]]}


def _item(item: RuleItem, catalogue: Catalogue, writer: Writer, letters: Mapping[str, str]) -> str:
    """Return an item with its conditions; those that come often as a letter, which the foot explains."""
    told = [*(writer.plain(text) for text in item.conditions), _whom(item, catalogue, writer)]
    conditions = writer.language.comma.join(letters.get(words, words) for words in told if words)
    words = writer.plain(item.words).rstrip(".")
    return words + (f" ({conditions})" if conditions else "") + (" †" if item.guarded else "")


def made(data: dict[str, Any]) -> bytes:
    """Return the PDF in the largest letters that fit; raises SheetFailed."""
    for setting, size in product(SETTINGS, SIZES):
        pdf = compiled({**data, **setting, "size": size}, TEMPLATE)
        if page_count(pdf) <= MOST_PAGES:
            return pdf
    raise SheetFailed(f"the rules do not fit on {MOST_PAGES} pages")


def jobs(catalogue: Catalogue, language: Language, printing: Printing, imprint: Imprint) -> list[Job]:
    """Return the sheet on every paper."""
    out = []
    for paper in Paper:
        data = inputs(catalogue, language, paper, printing, imprint)
        out.append(Job(language.folder + pdf_path(NAME, paper), data, partial(made, data)))
    return out
