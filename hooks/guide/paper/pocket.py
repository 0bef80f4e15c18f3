"""The pocket sheet: one page that folds into a quarter, six steps inside, lines for numbers, a mute front.

It says less than the sheet of two pages, in the same words: its steps are picked by id (``pocket`` of ``plan.yml`` and
of ``urgent.yml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from guide import view
from guide.languages import Language
from guide.model import Catalogue
from guide.paper.files import pdf_path
from guide.paper.printing import Printing
from guide.paper.sheet import Line, Sheet
from guide.paper.sheets import URGENT_NAME, urgent_sheet
from guide.paper.typeset import Job, compiled
from guide.plan import GENERAL
from guide.text import plain
from guide.vocabulary import Paper

TEMPLATE = "pocket.typ"
#: Sizes of letters in points, the largest first.
SIZES = (13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
#: Menus of one step: more do not fit, and are on the page.
MENUS = 2


def pocket_name(name: str) -> str:
    """Return the name of the pocket sheet of what is called ``name``: ``fold-facebook``."""
    return f"fold-{name}"


def inputs(
    catalogue: Catalogue,
    sheet: Sheet,
    picked: Sequence[Mapping[str, Any]],
    help_lines: Sequence[str],
    paper: Paper,
    printing: Printing,
) -> dict[str, Any]:
    """Return what the template prints.

    Args:
        catalogue: in the language of ``sheet``.
        sheet: the sheet that this one is the short form of.
        picked: its six steps.
        help_lines: who helps, with the official site.
        paper: to print on.
        printing: the settings.
    """
    ui = {
        name: plain(text.runs) for name, text in catalogue.interface.items() if name.startswith(("pocket-", "sheet-"))
    }
    address = printing.address + sheet.url if printing.address else ""
    untested = [plain(catalogue.urgent.lines_intro.runs)] if help_lines else []
    cover = printing.cover or ui["pocket-cover"]
    return {
        # What it is of must be told apart in a list of files; the name of a platform betrays nothing.
        "title": f"{cover} · {sheet.title.split(' · ')[0]}",
        "lang": sheet.language.code,
        "paper": paper.value,
        "sizes": SIZES,
        "cover": cover,
        "safety": sheet.safety,
        "steps": picked,
        "avoid_title": sheet.avoid_title,
        "avoid": sheet.avoid,
        "help_title": plain(catalogue.urgent.lines_title.runs),
        "help": help_lines,
        "blanks_title": ui["pocket-numbers"],
        "blanks": [ui[f"pocket-blank-{name}"] for name in ("one", "two", "help", "report")],
        "notes": [*untested, ui["sheet-care"], sheet.notes[0], ui["pocket-fold"]],
        "address": address,
        "day": str(sheet.after),
        "qr": bool(address) and printing.qr,
    }


def _step(line: Line, lead: str = "") -> dict[str, Any]:
    """Return a step for the template; ``lead`` says when it holds."""
    menus = [f"{where}: {path}" if where else path for where, path in line.menus[:MENUS]]
    return {"lead": lead, "do": line.do, "path": line.path, "menus": menus}


def jobs(catalogue: Catalogue, language: Language, sheets: Iterable[Sheet], printing: Printing) -> list[Job]:
    """Return the pocket sheets of the next minutes and of every platform, on every paper.

    Args:
        catalogue: in ``language``.
        language: of the words.
        sheets: of all plans, those of the general plans among them.
        printing: the settings.
    """
    urgent = catalogue.urgent
    routes = [catalogue.routes[line.route] for line in urgent.lines]
    sites = [f"{plain(route.name.runs)}: {view.shown_address(route.site)}" for route in routes if route.site]
    picked = []
    for number, part in enumerate(urgent.parts):
        steps = [step for step in part.steps if step.id in urgent.pocket]
        # The first part says what to do at once; of the others one must know when they hold.
        leads = [plain(part.title.runs) if number and position == 0 else "" for position in range(len(steps))]
        picked += [_step(Line(plain(step.do.runs)), lead) for step, lead in zip(steps, leads, strict=True)]
    sheet = urgent_sheet(catalogue, language)
    out = list(_jobs(catalogue, sheet, URGENT_NAME, picked, sites, printing))
    general = {sheet.path.split("/")[0]: sheet for sheet in sheets if sheet.path.endswith(f"/{GENERAL}/")}
    for platform in catalogue.platforms.values():
        sheet = general[platform.id]
        short = [_step(line) for line in sheet.lines() if line.id in catalogue.plan.pocket]
        out += _jobs(catalogue, sheet, platform.id, short, (), printing)
    return out


def _jobs(
    catalogue: Catalogue,
    sheet: Sheet,
    name: str,
    picked: Sequence[Mapping[str, Any]],
    help_lines: Sequence[str],
    printing: Printing,
) -> Iterable[Job]:
    for paper in Paper:
        data = inputs(catalogue, sheet, picked, help_lines, paper, printing)
        path = sheet.language.folder + pdf_path(pocket_name(name), paper)
        yield Job(path, data, partial(compiled, data, TEMPLATE))
