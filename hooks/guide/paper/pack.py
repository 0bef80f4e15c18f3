"""The workshop pack: one PDF a platform with notes for whoever facilitates, its forms, and every sheet it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from guide.model import Catalogue, PaperForm, Platform
from guide.model.languages import Language
from guide.model.text import Text, plain
from guide.model.vocabulary import Paper
from guide.paper import log_sheet
from guide.paper.leaf import fitted, inputs
from guide.paper.printing import Printing
from guide.paper.shared_sheets import EVIDENCE_NAME, URGENT_NAME
from guide.paper.typeset import Job, Kept, compiled
from guide.writing.file_names import pdf_path
from guide.writing.imprint import Imprint
from guide.writing.plan_words import Sheet

TEMPLATE = "pack.typ"
#: Sheets that stand before those of the platform: people come first, then what to keep.
FIRST = (URGENT_NAME, EVIDENCE_NAME)


def pack_name(platform: Platform) -> str:
    """Return the name of the pack of ``platform``: ``pack-facebook``."""
    return f"pack-{platform.id}"


def sheets_of(platform: Platform, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets of the pack of ``platform`` in its order."""
    first = [sheet for name in FIRST for sheet in sheets if sheet.name == name]
    return [*first, *(sheet for sheet in sheets if sheet.path.startswith(f"{platform.id}/"))]


def jobs(
    catalogue: Catalogue,
    language: Language,
    sheets: Sequence[Sheet],
    pockets: Mapping[str, Mapping[Paper, Mapping[str, Any]]],
    printing: Printing,
    kept: Kept,
    imprint: Imprint,
) -> list[Job]:
    """Return the packs in ``language`` on every paper; ``pockets`` are the inputs of the pocket sheets by platform."""
    out = []
    for platform in catalogue.platforms.values():
        chosen = sheets_of(platform, sheets)
        for paper in Paper:
            frame = {
                **_frame(catalogue, language, platform, chosen, paper, printing),
                "notes": _notes(catalogue, imprint),
                "pocket": pockets[platform.id][paper],
            }
            whole = [inputs(sheet, paper, printing, texts=len(sheet.texts)) for sheet in chosen]
            path = language.folder + pdf_path(pack_name(platform), paper)
            out.append(Job(path, {**frame, "sheets": whole}, partial(_made, frame, chosen, paper, printing, kept)))
    return out


def _notes(catalogue: Catalogue, imprint: Imprint) -> list[str]:
    ui = catalogue.interface
    texts = [
        *([ui["local-private"]] if imprint.private else []),
        *imprint.edition_line(catalogue),
        ui["sheet-care"],
    ]
    return [*(_plain(text) for text in texts), *imprint.lines(catalogue)]


def _made(frame: dict[str, Any], sheets: Sequence[Sheet], paper: Paper, printing: Printing, kept: Kept) -> bytes:
    return compiled({**frame, "sheets": [fitted(sheet, paper, printing, kept) for sheet in sheets]}, TEMPLATE)


def _frame(
    catalogue: Catalogue,
    language: Language,
    platform: Platform,
    sheets: Sequence[Sheet],
    paper: Paper,
    printing: Printing,
) -> dict[str, Any]:
    """Return what the template prints around the sheets."""
    workshop, ui = catalogue.workshop, catalogue.interface
    oldest = min(sheets, key=lambda sheet: sheet.after)
    return {
        "title": f"{_plain(workshop.title)} · {platform.name}",
        "lang": language.code,
        "paper": paper.value,
        "cover": f"{_plain(workshop.title)} · {platform.name}",
        "subtitle": _plain(workshop.subtitle),
        # The pack is as old as its oldest sheet.
        "after": oldest.notes[0],
        "address_word": _plain(ui["sheet-address"]),
        "address": f"{printing.address}{language.folder}print/" if printing.address else "",
        "contents": _plain(ui["pack-contents"]),
        "minutes": _plain(ui["pack-minutes"]),
        "what": _plain(ui["pack-what"]),
        "notes_title": _plain(workshop.notes_title),
        "about": [_plain(item.text) for item in workshop.about],
        "parts": [
            {"title": _plain(part.title), "items": [_plain(item.text) for item in part.items]}
            for part in workshop.parts
        ],
        "agendas": [
            {
                "title": _plain(agenda.title),
                "rows": [{"minutes": str(row.minutes), "text": _plain(row.text)} for row in agenda.rows],
            }
            for agenda in workshop.agendas
        ],
        "intake": _form(workshop.intake),
        "opinion": _form(workshop.opinion),
        "log": log_sheet.inputs(catalogue, language, paper),
        "day": str(oldest.after),
    }


def _form(form: PaperForm) -> dict[str, Any]:
    return {
        "title": _plain(form.title),
        "warning": _plain(form.warning),
        "fields": [
            {
                "ask": _plain(field.ask),
                "hint": _plain(field.hint) if field.hint else "",
                "choices": [_plain(choice.text) for choice in field.choices],
                "lines": field.lines,
            }
            for field in form.fields
        ],
    }


def _plain(text: Text) -> str:
    return plain(text.runs)
