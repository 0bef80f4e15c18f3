"""Small views that several kinds of page share: steps, menu paths, rules, contacts, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from types import SimpleNamespace as View
from typing import Any
from urllib.parse import urlsplit

from guide.check import today
from guide.complete import ROUTE_LINES, STATE_GUARD
from guide.languages import LANGUAGES
from guide.model import Catalogue, Contact, Label, MenuPath, Policy, Protection, Route, Step
from guide.render import Writer
from guide.vocabulary import ContactKind, Known, ReachesState, Whom

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


def contact(item: Contact, catalogue: Catalogue, writer: Writer) -> View:
    """Return a contact: how it is known, when to confirm it, and whether it is folded (practice P1)."""
    due = item.checked + dt.timedelta(days=catalogue.freshness["contact"])
    overdue = today() > due
    href = {
        ContactKind.PHONE: f"tel:{item.value.replace(' ', '')}",
        ContactKind.EMAIL: f"mailto:{item.value}",
        ContactKind.MESSAGING: "",
        ContactKind.FORM: item.value,
    }[item.kind]
    return View(
        kind=item.kind.value,
        value=item.value,
        label=item.label,
        href=href,
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
        guards=[catalogue.guards[name] for name in guards_of(item)] if full else [],
        full=full,
        lines=lines,
        state=item.reaches_state.value,
        state_why=item.reaches_why,
        sources=item.sources,
        can=item.can,
    )


def guards_of(item: Route) -> tuple[str, ...]:
    """Return the guards that stand before a route; who reaches the State always has the one about it (P5)."""
    reaches = item.reaches_state is not ReachesState.NO
    return (STATE_GUARD, *item.guards) if reaches and STATE_GUARD not in item.guards else item.guards


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
    from guide.walk import leaves

    return [str(leaf.value) for leaf in leaves(value) if len(leaf.loc) > 1 and leaf.loc[-2] == "sources"]
