"""The pocket sheet: one page that folds into a quarter, six steps inside, lines for numbers, a mute front.

It says less than the sheet of two pages, in the same words: its steps are picked by id (``pocket`` of ``plan.yml`` and
of ``urgent.yml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, compose
from guide.model import Catalogue, Route
from guide.model.languages import Language
from guide.model.text import plain
from guide.model.vocabulary import Paper
from guide.paper.leaf import helpers
from guide.paper.printing import Printing
from guide.paper.shared_sheets import URGENT_NAME, urgent_sheet
from guide.paper.typeset import Job, compiled
from guide.writing.address import Address
from guide.writing.file_names import pdf_path
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import named_with_openness
from guide.writing.plan_words import Line, Sheet, who_helps
from guide.writing.render import Writer

TEMPLATE = "pocket.typ"
#: Sizes of letters in points, the largest first.
SIZES = (13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
#: Menus of one step: more do not fit, and are on the page.
MENUS = 2


def pocket_name(name: str) -> str:
    """Return the name of the pocket sheet of what is called ``name``: ``fold-facebook``."""
    return f"fold-{name}"


@dataclass(frozen=True, slots=True)
class Pocket:
    """A sheet in short: what it is the short form of, its six steps, and who helps, with the official sites.

    A step is a line with the words that say when it holds; empty where it always does.
    """

    name: str
    sheet: Sheet
    steps: tuple[tuple[str, Line], ...]
    help: tuple[tuple[str, Address], ...]
    routes: tuple[Route, ...]


def pockets(catalogue: Catalogue, language: Language, sheets: Iterable[Sheet], imprint: Imprint) -> dict[str, Pocket]:
    """Return the pocket sheets of the next minutes and of every platform, by what they are of.

    Args:
        catalogue: in ``language``.
        language: of the words.
        sheets: of all plans, those of the general plans among them.
        imprint: what they say of the guide itself.
    """
    out = {URGENT_NAME: _urgent(catalogue, language, imprint)}
    general = {sheet.path.split("/")[0]: sheet for sheet in sheets if sheet.path.endswith(f"/{GENERAL}/")}
    for name, platform in catalogue.platforms.items():
        sheet = general[name]
        steps = tuple(("", line) for line in sheet.lines() if line.id in catalogue.plan.pocket)
        own = for_owner(catalogue, platform.owner)
        routes = tuple(who_helps(own, compose(own, platform, GENERAL)))
        out[name] = Pocket(pocket_name(name), sheet, steps, tuple(sheet.helpers()), routes)
    return out


def _urgent(catalogue: Catalogue, language: Language, imprint: Imprint) -> Pocket:
    urgent = catalogue.urgent
    steps = []
    for number, part in enumerate(urgent.parts):
        for position, step in enumerate(step for step in part.steps if step.id in urgent.pocket):
            # The first part says what to do at once; of the others one must know when they hold.
            lead = plain(part.title.runs) if number and position == 0 else ""
            steps.append((lead, Line(plain(step.do.runs))))
    routes = tuple(catalogue.routes[line.route] for line in urgent.lines)
    writer = Writer(Here(language, "urgent/"), catalogue.interface)
    named = [(named_with_openness(catalogue, route, writer, short=True), route.site) for route in routes]
    sites = [(name, Address.of_site(site)) for name, site in named if site]
    sheet = urgent_sheet(catalogue, language, imprint)
    return Pocket(pocket_name(URGENT_NAME), sheet, tuple(steps), tuple(sites), routes)


def inputs(catalogue: Catalogue, pocket: Pocket, paper: Paper, printing: Printing, imprint: Imprint) -> dict[str, Any]:
    """Return what the template prints, from the catalogue in the language of the sheet."""
    sheet = pocket.sheet
    ui = {
        name: plain(text.runs) for name, text in catalogue.interface.items() if name.startswith(("pocket-", "sheet-"))
    }
    address = printing.address + sheet.url if printing.address else ""
    cover = printing.cover or ui["pocket-cover"]
    return {
        # What it is of must be told apart in a list of files; the name of a platform betrays nothing.
        "title": f"{cover} · {sheet.title.split(' · ')[0]}",
        "lang": sheet.language.code,
        "paper": paper.value,
        "sizes": SIZES,
        "cover": cover,
        "safety": sheet.safety,
        "steps": [_step(lead, line, sheet.language) for lead, line in pocket.steps],
        "avoid_title": sheet.avoid_title,
        "avoid": sheet.avoid,
        "help_title": plain(catalogue.urgent.lines_title.runs),
        "help": helpers(pocket.help),
        "blanks_title": ui["pocket-numbers"],
        "blanks": [ui[f"pocket-blank-{name}"] for name in ("one", "two", "help", "report")],
        "notes": [
            imprint.before_lines(catalogue, pocket.routes, lambda text: plain(text.runs)),
            ui["sheet-care"],
            sheet.notes[0],
            ui["pocket-fold"],
            *([sheet.draft] if sheet.draft else []),
        ],
        "address": address,
        "day": str(sheet.after),
        "qr": bool(address) and printing.qr,
    }


def _step(lead: str, line: Line, language: Language) -> dict[str, Any]:
    return {"lead": lead, "do": line.do, "path": line.path, "menus": line.ways(language)[:MENUS]}


def all_inputs(
    catalogue: Catalogue, shorts: Mapping[str, Pocket], printing: Printing, imprint: Imprint
) -> dict[str, dict[Paper, dict[str, Any]]]:
    """Return what the template prints of each of ``shorts`` on each paper, by what they are of."""
    return {
        name: {paper: inputs(catalogue, pocket, paper, printing, imprint) for paper in Paper}
        for name, pocket in shorts.items()
    }


def jobs(shorts: Mapping[str, Pocket], printed: Mapping[str, Mapping[Paper, Mapping[str, Any]]]) -> list[Job]:
    """Return the pocket sheets ``shorts`` on every paper; ``printed`` is what :func:`all_inputs` gives for them."""
    return [
        Job(
            pocket.sheet.language.folder + pdf_path(pocket.name, paper),
            data,
            partial(compiled, data, TEMPLATE),
        )
        for name, pocket in shorts.items()
        for paper, data in printed[name].items()
    ]
