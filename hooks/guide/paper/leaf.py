"""A sheet on one leaf: its words for the template, in the largest letters with which it holds on two pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from guide.model.vocabulary import Paper
from guide.paper.printing import Printing
from guide.paper.typeset import MOST_PAGES, SIZES, Job, Kept, SheetFailed, compiled, page_count
from guide.writing.address import Address
from guide.writing.file_names import pdf_path
from guide.writing.passages import Passage
from guide.writing.plan_words import Sheet

TEMPLATE = "sheet.typ"


def inputs(sheet: Sheet, paper: Paper, printing: Printing, *, texts: int, size: float = SIZES[0]) -> dict[str, Any]:
    """Return what the template prints.

    Args:
        sheet: the words.
        paper: to print on.
        printing: address and QR code.
        texts: how many of the texts to copy.
        size: of the letters, in points.
    """
    address = printing.address + sheet.url if printing.address else ""
    return {
        "title": sheet.title,
        "lang": sheet.language.code,
        "paper": paper.value,
        "size": size,
        "safety": sheet.safety,
        "warnings": sheet.warnings,
        "sections": [
            {
                "title": section.title,
                "notes": section.notes,
                "lines": [
                    {
                        "do": line.do,
                        "path": line.path,
                        "menus": line.ways(sheet.language),
                        "addresses": [asdict(address) for address in line.addresses],
                    }
                    for line in section.lines
                ],
            }
            for section in sheet.sections
        ],
        "help_title": sheet.help_title,
        "help": helpers(sheet.helpers()),
        "blanks_title": sheet.blanks_title,
        "blanks": sheet.blanks,
        "avoid_title": sheet.avoid_title,
        "avoid": sheet.avoid,
        "texts": [_passage(text) for text in sheet.texts[:texts]],
        "after": sheet.notes[0],
        "notes": sheet.notes[1:],
        "address_word": sheet.address_word,
        "address": address,
        "day": str(sheet.after),
        "qr": bool(address) and printing.qr,
    }


def helpers(help_lines: Iterable[tuple[str, Address]]) -> list[dict[str, Any]]:
    """Return who helps as templates print it: the name, and the address as a piece of its own."""
    return [{"name": name, "address": asdict(address)} for name, address in help_lines]


def _passage(text: Passage) -> dict[str, Any]:
    return {"title": text.title, "lines": text.lines}


def fit(sheet: Sheet, paper: Paper, printing: Printing) -> tuple[int, float]:
    """Return how many texts to copy, and in which letters (points), ``sheet`` holds on two pages.

    The letters are as large as the two pages allow; where the smallest do not help, texts to copy are left to the page.

    Raises:
        SheetFailed: when Typst warns or fails, or the steps alone do not fit.
    """
    count = len(sheet.texts)
    tries = [(count, size) for size in SIZES] + [(texts, SIZES[-1]) for texts in range(count - 1, -1, -1)]
    for texts, size in tries:
        pdf = compiled(inputs(sheet, paper, printing, texts=texts, size=size), TEMPLATE)
        if page_count(pdf) <= MOST_PAGES:
            return texts, size
    raise SheetFailed(f"the steps do not fit on {MOST_PAGES} pages")


def fitted(sheet: Sheet, paper: Paper, printing: Printing, kept: Kept) -> dict[str, Any]:
    """Return what the template prints, in the letters in which it fits; raises SheetFailed."""
    whole = inputs(sheet, paper, printing, texts=len(sheet.texts))
    known = kept.of("fit", whole, lambda: json.dumps(fit(sheet, paper, printing)).encode())
    texts, size = json.loads(known)
    return inputs(sheet, paper, printing, texts=texts, size=size)


def made(sheet: Sheet, paper: Paper, printing: Printing, kept: Kept) -> bytes:
    """Return the PDF of ``sheet`` (tagged, PDF/UA-1) on two pages at most; raises SheetFailed."""
    return compiled(fitted(sheet, paper, printing, kept), TEMPLATE)


def job(sheet: Sheet, paper: Paper, printing: Printing, kept: Kept) -> Job:
    """Return the PDF of ``sheet`` as something to be made."""
    data = inputs(sheet, paper, printing, texts=len(sheet.texts))
    path = sheet.language.folder + pdf_path(sheet.name, paper)
    return Job(path, data, partial(made, sheet, paper, printing, kept))
