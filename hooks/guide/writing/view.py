"""Small views that several kinds of page share: steps, menu paths, rules, contacts, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import SimpleNamespace as View
from typing import Any
from urllib.parse import urlsplit

from babel import Locale

from guide.checking.complete import BOARD, ROUTE_LINES, RULES_SOURCE
from guide.deciding.advice import guards_before
from guide.deciding.plan import Plan
from guide.model import Catalogue, Contact, CopyText, Decision, Label, MenuPath, Policy, Protection, Record, Route, Step
from guide.model.clock import today
from guide.model.languages import LANGUAGES
from guide.model.text import Text
from guide.model.vocabulary import ContactKind, Known, Side, Whom
from guide.reading.local import LocalNumber
from guide.writing.render import Writer

#: Copies of this year or older, and undated ones, describe where to look, not the exact words (facts §0).
LAST_OLD_YEAR = 2024
_LABEL_LANGUAGES = ("es", "en", "pt", "fr")


def label(item: Label, language: str) -> View:
    """Return a menu label as a page in ``language`` shows it, with its wordings in other languages."""
    if item.icon:
        return View(sign=f"sign-{item.icon.value}", words="", lang=language, foreign=False, others=[])
    shown = (
        language if item.wordings(language) else next(code for code in ("en", *_LABEL_LANGUAGES) if item.wordings(code))
    )
    first, *more = item.wordings(shown)
    others = [(shown, word) for word in more]
    others += [(code, word) for code in _LABEL_LANGUAGES if code != shown for word in item.wordings(code)]
    return View(
        sign="",
        words=first,
        lang=shown,
        foreign=shown != language,
        others=[View(lang=code, words=word, language=LANGUAGES[code].name) for code, word in others],
    )


def labels(items: Iterable[Label], language: str) -> list[View]:
    """Return a menu path for :func:`parts.path`."""
    return [label(item, language) for item in items]


def newest_copy(catalogue: Catalogue, sources: Iterable[str]) -> str:
    """Return the newest date of copy among ``sources``.

    ``undated`` when none has a date, and also when the dated ones are old: an undated copy may be newer.
    """
    dates = [catalogue.sources[name].copy_read for name in sources]
    newest = max((day for day in dates if day != "undated"), default="undated")
    return "undated" if "undated" in dates and is_old(newest) else newest


def is_old(day: str) -> bool:
    """Return whether words read in a copy of ``day`` may differ on the reader's screen."""
    return day == "undated" or int(day[:4]) <= LAST_OLD_YEAR


def menu(catalogue: Catalogue, way: MenuPath | Any, writer: Writer) -> View:
    """Return a menu path with its devices, its age and its note."""
    day = newest_copy(catalogue, way.sources)
    return View(
        path=labels(way.path, writer.language.code),
        device=[device.value for device in getattr(way, "device", ())],
        older=is_old(day),
        date=writer.date(day),
        note=way.note,
    )


def only(whom: Iterable[Whom]) -> str:
    """Return the classes of what is read for some people only; empty for everybody."""
    names = [f"for-{who.value}" for who in whom]
    return f" only {' '.join(names)}" if names else ""


def step(item: Step, writer: Writer, *, outward: bool = False, prefix: str = "") -> View:
    """Return a step; ``outward`` ones say what the author learns even when that is nothing."""
    learns = item.author_learns.value if item.author_learns else ""
    return View(
        anchor=prefix + item.id,
        do=item.do,
        more=item.more,
        only=only(item.whom),
        path=labels(item.path, writer.language.code),
        link=item.link,
        link_words=shown_address(item.link) if item.link else "",
        learns=learns if learns != "no" or outward else "",
        learns_how=item.learns_how,
    )


def protection(item: Protection, writer: Writer) -> View:
    """Return a protection that stands beside the steps."""
    return View(
        do=item.do,
        more=item.more,
        path=labels(item.path, writer.language.code),
        learns=item.author_learns.value,
        learns_how=item.learns_how,
    )


def shown_address(url: str) -> str:
    """Return an address without its scheme, as people read it."""
    return url.removeprefix("https://").removesuffix("/")


def rule(item: Policy, language: str) -> View:
    """Return a rule with the name of its standard in the language of the page where one was seen."""
    shown = label(item.standard, language)
    return View(
        id=item.id,
        standard=shown.words,
        lang=shown.lang,
        name=item.name,
        bans=item.bans,
        needs=item.needs,
        escalation=item.escalation,
        who=item.who,
    )


_HREFS = {
    ContactKind.PHONE: "tel:{}",
    ContactKind.EMAIL: "mailto:{}",
    ContactKind.MESSAGING: "",
    ContactKind.FORM: "{}",
}


def _href(kind: ContactKind, value: str) -> str:
    return _HREFS[kind].format(value.replace(" ", "") if kind is ContactKind.PHONE else value)


def local_number(item: LocalNumber, catalogue: Catalogue, writer: Writer) -> View:
    """Return an organisation's own number, with the day until which its test counts."""
    due = item.tested + dt.timedelta(days=catalogue.freshness.days("contact"))
    return View(
        name=item.name,
        value=item.value,
        href=_href(item.kind, item.value),
        limit=item.limit,
        count=len(item.by),
        tested=writer.date(item.tested),
        due=writer.date(due),
        overdue=today() > due,
    )


def contact(item: Contact, catalogue: Catalogue, writer: Writer) -> View:
    """Return a contact: how it is known, when to confirm it, and whether it is folded (practice P1)."""
    due = item.checked + dt.timedelta(days=catalogue.freshness.days("contact"))
    overdue = today() > due
    return View(
        kind=item.kind.value,
        value=item.value,
        label=item.label,
        href=_href(item.kind, item.value),
        known=item.known.value,
        date=writer.date(item.copy_read),
        due=writer.date(due),
        overdue=overdue,
        folded=overdue or item.known is Known.ELSEWHERE,
        note=item.note,
    )


def route(item: Route, catalogue: Catalogue, writer: Writer, *, full: bool, limit: Any = None) -> View:
    """Return a route; ``full`` with everything that is known of it."""
    lines = [(name, getattr(item, name)) for name in ROUTE_LINES if getattr(item, name) is not None]
    return View(
        id=item.id,
        name=item.name,
        limit=limit,
        site=item.site,
        host=urlsplit(item.site).hostname if item.site else "",
        contacts=[contact(entry, catalogue, writer) for entry in item.contacts],
        guards=list(guards_before(catalogue, item)) if full else [],
        full=full,
        lines=lines,
        state=item.reaches_state.value,
        state_why=item.reaches_why,
        sources=item.sources,
        can=item.can,
    )


def copy_text(text: CopyText, prefix: str = "") -> View:
    """Return a text to copy that everybody may read; ``prefix`` tells a second language's ids from the first's."""
    return View(anchor=f"{prefix}text-{text.id}", title=text.title, lines=[line.text for line in text.lines], only="")


def decisions_for(catalogue: Catalogue, threat_id: str) -> list[Decision]:
    """Return the decisions that fit a threat, those that support removal first: the others are shown too."""
    found = [item for item in catalogue.decisions.values() if threat_id in item.threats]
    return sorted(found, key=lambda item: (list(Side).index(item.side), -item.date.toordinal()))


#: Line of the appeal text in whose place the decisions stand.
CITE_LINE = "cite"
#: Texts of the Board's route: against what somebody else posted, and for one's own.
APPEAL, APPEAL_BACK = "appeal", "restore"


def appeal_for(catalogue: Catalogue, threat: str) -> list[Text]:
    """Return the appeal to the Board for a threat: its text with the sentences of the decisions that fit in it.

    Empty where no decision with a sentence to paste fits. Summary decisions have none (facts §2).
    """
    back = threat in catalogue.threats and catalogue.threats[threat].asks_back
    fitting = decisions_for(catalogue, threat)
    pasted = [text for item in fitting if (text := item.paste_back if back else item.paste)]
    texts = [text for text in catalogue.routes[BOARD].texts if text.id == (APPEAL_BACK if back else APPEAL)]
    if not pasted or not texts:
        return []
    out: list[Text] = []
    for line in texts[0].lines:
        out += pasted if line.id == CITE_LINE else [line.text]
    return out


def option(name: str, *, text: Text | None = None, word: str = "", label: str = "") -> View:
    """Return a choice that narrows a list: a text of the data, a phrase of the interface, or a name."""
    return View(id=name, text=text, word=word, name=label)


def options(values: Iterable[StrEnum], prefix: str) -> list[View]:
    """Return the choices of a closed vocabulary; its phrases begin with ``prefix``."""
    return [option(value.value, word=f"{prefix}-{value.value}") for value in values]


def language_name(code: str) -> str:
    """Return the name of a language in that language."""
    return LANGUAGES[code].name if code in LANGUAGES else str(Locale(code).get_display_name(code)).capitalize()


def sources(catalogue: Catalogue, names: Iterable[str]) -> list[View]:
    """Return the sources of a page, each once, in the order in which they are first named."""
    out = []
    for name in dict.fromkeys(names):
        item = catalogue.sources[name]
        out.append(
            View(
                id=item.id,
                title=item.title,
                publisher=item.publisher,
                url=item.url,
                kind=item.kind.value,
                how=item.how.value,
                copy_read=item.copy_read,
                checked=item.checked,
                language=item.language,
            )
        )
    return out


def named_sources(value: Any) -> list[str]:
    """Return every source that ``value`` and what it holds name, in order."""
    out: list[str] = []
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            out += inner if name == "sources" else named_sources(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            out += named_sources(inner)
    elif isinstance(value, tuple):
        for inner in value:
            out += named_sources(inner)
    return out


def plan_sources(plan: Plan, rules: Iterable[Policy]) -> list[str]:
    """Return the ids of the sources that ``plan`` rests on, that of the rules first; an id can stand twice."""
    names = [RULES_SOURCE]
    for value in (
        plan.threat.notes,
        plan.threat.honest,
        plan.choices,
        plan.surfaces,
        plan.forms,
        plan.platform.after,
        tuple(rules),
    ):
        if value:
            names += named_sources(value)
    names += [name for stage in plan.stages for item in stage.steps for name in item.sources]
    names += [*plan.entry.sources, *plan.threat.sources]
    return names
