"""A sheet: what a plan says on paper and in a message, in the order of its page.

The page, the printed sheet and the plain text are three renderings of one :class:`guide.deciding.plan.Plan`; the last
two take their words from here. Titles and file names are neutral (rule P17), and a sheet says until when it may be
used (rule P18).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.deciding.label_age import newest_copy
from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, Plan, compose
from guide.deciding.tree import covered
from guide.model import Catalogue, Choice, Label, Route
from guide.model.languages import Language, written_date
from guide.model.roles import GuardRole, StepRole
from guide.model.vocabulary import ReachesState, Stage
from guide.model.whom import Whom
from guide.writing import source_view
from guide.writing.address import Address
from guide.writing.copying import Copying, copying
from guide.writing.file_names import plan_name, plan_title
from guide.writing.imprint import Imprint
from guide.writing.label_view import LabelView, label_words, labels
from guide.writing.links import Here
from guide.writing.numbers import values_of
from guide.writing.openness_words import named_with_openness
from guide.writing.passages import Passage, passages
from guide.writing.render import Writer
from guide.writing.validity import Validity

#: Between two things to tap.
THEN = " › "


@dataclass(frozen=True, slots=True)
class Line:
    """A thing to do with what to tap for it: each entry of ``menus`` is where it is, and the path.

    ``addresses`` are where to go or call. ``id`` is that of the step in a plan, and empty elsewhere.
    """

    do: str
    path: str = ""
    menus: tuple[tuple[str, str], ...] = ()
    id: str = ""
    addresses: tuple[Address, ...] = ()

    def ways(self, language: Language) -> list[str]:
        """Return each menu as one line of text."""
        return [f"{where}{language.colon}{path}" if where else path for where, path in self.menus]


@dataclass(frozen=True, slots=True)
class Section:
    """A stage with its steps, whose numbers go on over the whole sheet; ``notes`` stand before them, unnumbered."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan in one language, words only.

    ``path`` is the page's address in the site, ``name`` the file name without its ending, ``after`` the last day on
    which the sheet may be used. ``help`` names who helps and the official site of each: a number that nobody tested has
    no place on paper (rule P1). ``texts`` are all texts of the plan; a message takes the first. ``copying`` is the same
    for a file with fields. ``draft`` says that nobody reviewed the translation, where that is so; ``missing`` counts
    texts that are not in its language. ``then`` stands between two things to tap in a text that is read aloud.
    """

    language: Language
    path: str
    name: str
    title: str
    safety: str
    warnings: tuple[str, ...]
    avoid_title: str
    avoid: tuple[str, ...]
    sections: tuple[Section, ...]
    choose: str
    help_title: str
    help: tuple[tuple[str, str], ...]
    blanks_title: str
    blanks: tuple[str, ...]
    texts: tuple[Passage, ...]
    address_word: str
    notes: tuple[str, ...]
    draft: str
    after: dt.date
    missing: int
    then: str = THEN
    copying: Copying | None = None

    @property
    def url(self) -> str:
        """The address of the page in the site: ``en/facebook/doxxing/``."""
        return self.language.folder + self.path

    def helpers(self) -> list[tuple[str, Address]]:
        """Return who helps, each with the address of the site."""
        return [(name, Address.of_site(site)) for name, site in self.help]

    def lines(self) -> Iterator[Line]:
        """Yield every step in order."""
        for section in self.sections:
            yield from section.lines


def plan_sheets(catalogue: Catalogue, language: Language, imprint: Imprint) -> list[Sheet]:
    """Return the sheets of all plans in ``language`` as the trees order them, from the catalogue in that language."""
    return [
        plan_sheet(own, compose(own, platform, threat), language, imprint)
        for platform in catalogue.platforms.values()
        for own in [for_owner(catalogue, platform.owner)]
        for threat in (GENERAL, *covered(catalogue, platform))
    ]


def plan_sheet(catalogue: Catalogue, plan: Plan, language: Language, imprint: Imprint, whom: Whom = Whom.ME) -> Sheet:
    """Return the sheet of ``plan``, with its texts as ``whom`` says them."""
    threat_id = GENERAL if plan.threat is catalogue.general else plan.threat.id
    path = f"{plan.platform.id}/{threat_id}/"
    writer = Writer(Here(language, path), catalogue.interface, values_of(catalogue, plan.platform))
    ui, plain = catalogue.interface, writer.plain
    valid = validity(catalogue, plan)
    guard = catalogue.guard(GuardRole.AGE)
    helping = list(who_helps(catalogue, plan))
    help_lines = tuple((named_with_openness(catalogue, route, writer), str(route.site)) for route in helping)
    day = newest_copy(catalogue, [plan.platform.rules_source])
    code = language.code
    return Sheet(
        language=language,
        path=path,
        name=plan_name(plan),
        title=plan_title(catalogue, plan, plain(plan.threat.tab)),
        # Paper and messages cannot lead to the page for the next minutes: they say the first thing of it.
        safety=f"{plain(ui['safety-first'])} {plain(ui['safety-paper'])}",
        warnings=(f"{plain(guard.title)}. {plain(guard.text)}",) if plan.threat.age_first else (),
        avoid_title=plain(ui["avoid-title"]),
        avoid=tuple(plain(item.text) for item in plan.threat.avoid),
        sections=tuple(_sections(catalogue, plan, writer)),
        choose=plain(ui["sheet-choose"]),
        help_title=plain(catalogue.urgent.lines_title),
        help=help_lines,
        blanks_title=plain(ui["sheet-blanks"]),
        blanks=tuple(plain(ui[f"sheet-blank-{name}"]) for name in ("date", "link", "number", "last")),
        texts=tuple(passages(catalogue, plan, writer, whom)),
        address_word=plain(ui["sheet-address"]),
        notes=(
            valid.words(catalogue, language),
            plain(ui["plan-rules-read"], date=written_date(day, code)),
            *((imprint.before_lines(catalogue, helping, plain),) if help_lines else ()),
            *_of_labels(plan, writer),
            plain(ui["sheet-care"]),
            *imprint.lines(catalogue),
        ),
        draft=plain(ui["translation-draft"]) if imprint.draft else "",
        after=valid.after,
        missing=writer.missing,
        then=f"{plain(ui['path-then'])} ",
        copying=copying(catalogue, plan, writer),
    )


def who_helps(catalogue: Catalogue, plan: Plan) -> Iterator[Route]:
    """Yield the routes of ``plan`` that no State learns of (rule P5) and that have an official site."""
    for name in plan.threat.routes:
        route = catalogue.routes[name]
        if route.site and route.reaches_state is ReachesState.NO:
            yield route


def _of_labels(plan: Plan, writer: Writer) -> Iterator[str]:
    """Yield what holds for labels of the menus of ``plan``, each once (rule P19)."""
    shown, plain, ui = list(_shown_labels(plan, writer.language.code)), writer.plain, writer.interface
    if any(item.unexplained for item in shown):
        yield plain(ui["label-english-only"])
    if any(item.varies for item in shown):
        yield plain(ui["label-varies"])


def _unsure(plan: Plan, writer: Writer) -> Iterator[str]:
    """Yield what must be known before the report menu is open: what is unsure, and the word to look for."""
    shown, plain, ui = list(_shown_labels(plan, writer.language.code)), writer.plain, writer.interface
    if any(item.low for item in shown):
        yield plain(ui["label-low-why"])
    if word := next((item.look_for for item in shown if item.look_for), None):
        yield plain(ui["label-look-for"], name=plain(word))


def _shown_labels(plan: Plan, code: str) -> Iterator[LabelView]:
    """Yield every label that the sheet of ``plan`` shows."""
    paths = [step.path for stage in plan.on_paper for step in stage.steps]
    paths += [way.path for surface in plan.first_surfaces for way in surface.report[:1]]
    paths += [choice.path for choice in plan.choices]
    for path in paths:
        yield from labels(path, code)


def validity(catalogue: Catalogue, plan: Plan) -> Validity:
    """Return from when a sheet of ``plan`` is, and until when it serves: a rule or who helps counts as old first."""
    rules = [catalogue.policies[name] for name in plan.entry.rules]
    checked = [catalogue.sources[name].checked for name in source_view.plan_sources(plan, rules)]
    valid = Validity.of(checked, catalogue.freshness.days("rule"))
    if checked := [route.checked for route in who_helps(catalogue, plan)]:
        valid = valid.with_other(Validity.of(checked, catalogue.freshness.days("contact")))
    return valid


def _sections(catalogue: Catalogue, plan: Plan, writer: Writer) -> Iterator[Section]:
    for stage in plan.on_paper:
        lines = []
        for step in stage.steps:
            menus: tuple[tuple[str, str], ...] = ()
            if step.role is StepRole.OPENS_MENU:
                menus = tuple(_menus(catalogue, plan, writer))
            elif step.role is StepRole.CHOOSES:
                menus = tuple(dict.fromkeys(_chosen(choice, catalogue, plan, writer) for choice in plan.choices))
                if plan.entry.choose_instead:
                    menus = (*menus, ("", writer.plain(plan.entry.choose_instead)))
            sites = (Address.of_site(step.link),) if step.link else ()
            lines.append(Line(writer.plain(step.do), tapped(step.path, catalogue, writer), menus, step.id, sites))
        if lines:
            frame = catalogue.plan.stages[stage.stage]
            # A capture can endanger: on paper too (rule P28).
            told: tuple[str, ...] = ()
            if stage.stage is Stage.EVIDENCE:
                told = (writer.plain(catalogue.interface["keep-capture"]),)
            elif stage.stage is Stage.REPORT:
                told = tuple(_unsure(plan, writer))
            yield Section(writer.plain(frame.title), tuple(lines), told)


def _chosen(choice: Choice, catalogue: Catalogue, plan: Plan, writer: Writer) -> tuple[str, str]:
    """Return for which places a choice is, where it is not for all, and the choice with its condition."""
    places = plan.places_of(choice)
    where = writer.language.comma.join(writer.plain(surface.name) for surface in plan.surfaces if surface.id in places)
    note = f" ({writer.plain(choice.note).rstrip('.')})" if choice.note else ""
    return where, tapped(choice.path, catalogue, writer) + note


def _menus(catalogue: Catalogue, plan: Plan, writer: Writer) -> Iterator[tuple[str, str]]:
    """Yield where one reports and the first way to it; places with the same way stand together."""
    ways: dict[str, list[str]] = {}
    for surface in plan.first_surfaces:
        for way in surface.report[:1]:
            ways.setdefault(tapped(way.path, catalogue, writer), []).append(writer.plain(surface.name))
    for path, names in ways.items():
        yield writer.language.comma.join(names), path


def tapped(path: tuple[Label, ...], catalogue: Catalogue, writer: Writer) -> str:
    """Return a menu path as words; empty for no path."""
    shown = labels(path, writer.language.code)
    return THEN.join(_sign(item.sign, catalogue, writer) if item.sign else label_words(item, writer) for item in shown)


def _sign(name: str, catalogue: Catalogue, writer: Writer) -> str:
    # Few fonts have bars and dots; the words beside them say the same. A sign alone, such as "!", stays.
    words = writer.plain(catalogue.interface[name])
    return re.sub(r"^\W+ (?=\w)", "", words)
