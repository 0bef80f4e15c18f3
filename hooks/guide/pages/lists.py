"""Pages made from lists: home, threats, urgent, appeal, routes, helping, sources, glossary, search."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace as View
from typing import Any

from guide.checking.complete import APPEAL_ROUTES, APPEAL_SOURCES, STATE_GUARD
from guide.model import Catalogue, Threat
from guide.model.reference import Reference
from guide.model.vocabulary import PageId, Whom
from guide.pages.page import Page
from guide.reading.local import LocalNumber
from guide.writing import view
from guide.writing.links import path_of
from guide.writing.numbers import numbers_of
from guide.writing.render import Writer, render


def page_from(
    catalogue: Catalogue, name: PageId, template: str, writer: Writer, edit: tuple[str, int], **context: Any
) -> Page:
    """Return the page ``name`` made by ``template``; its title and tab come from ``pages.yml``."""
    text = catalogue.page_texts[name]
    named = context.pop("named", [])
    body = render(
        template,
        writer,
        title=writer.m(text.title),
        intro=text.intro,
        sources=view.sources(catalogue, named),
        **context,
    )
    return Page(
        language=writer.language,
        path=path_of(Reference("page", name.value, "")) or "",
        kind=name.value,
        title=writer.plain(text.title),
        title_lang=writer.foreign(text.title),
        tab=writer.plain(text.tab),
        description=writer.plain(text.description),
        body=body,
        edit=edit,
        words=writer.plain(text.words) if text.words else "",
        lastmod=max((str(item.checked) for item in catalogue.sources.values()), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )


def home(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the home page: the doors."""
    doors = []
    for door in catalogue.doors.values():
        target = writer.here.resolve(door.to) if door.to else None
        platforms = []
        if door.each_platform:
            to = Reference.parse(door.each_platform)
            assert to is not None
            for platform in catalogue.platforms.values():
                if to.kind == "platform":
                    platforms.append(View(name=platform.name, target=writer.here.to(f"{platform.id}/")))
                elif to.name in platform.threats:
                    platforms.append(View(name=platform.name, target=writer.here.to(f"{platform.id}/{to.name}/")))
        doors.append(
            View(
                id=door.id,
                danger=door.danger,
                title=door.title,
                text=door.text,
                target=target,
                platforms=platforms,
            )
        )
    return page_from(catalogue, PageId.HOME, "home.md", writer, edit, doors=doors)


def threats(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of threats, in their groups."""
    groups = [
        View(
            id=group.id.value,
            name=group.name,
            threats=[t for t in catalogue.threats.values() if t.group is group.id],
        )
        for group in catalogue.groups.values()
    ]
    return page_from(catalogue, PageId.THREATS, "threats.md", writer, edit, groups=groups)


def threat(catalogue: Catalogue, item: Threat, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of a threat: how to recognise it, and which rule it breaks on each platform."""
    code = writer.language.code
    platforms = []
    rule_names: list[str] = []
    for platform in catalogue.platforms.values():
        entry = platform.threats.get(item.id)
        if entry is None:
            continue
        rule_names += entry.rules
        platforms.append(
            View(
                id=platform.id,
                name=platform.name,
                target=f"plan:{platform.id}/{item.id}",
                say=entry.say,
                target_report=entry.target_report.value,
                rules=[view.rule(catalogue.policies[n], code) for n in entry.rules],
            )
        )
    rules = [catalogue.policies[name] for name in dict.fromkeys(rule_names)]
    named = [*view.named_sources(tuple(rules)), *view.named_sources(item.notes), *item.sources]
    if item.honest:
        named += item.honest.sources
    named += [name for decision in view.decisions_for(catalogue, item.id) for name in decision.sources]
    body = render(
        "threat.md",
        writer,
        title=writer.m(item.name),
        threat=item,
        platforms=platforms,
        rules=[view.rule(entry, code) for entry in rules],
        decisions=view.decisions_for(catalogue, item.id),
        sources=view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"threats/{item.id}/",
        kind="threat",
        title=writer.plain(item.name),
        title_lang=writer.foreign(item.name),
        tab=f"{writer.plain(catalogue.interface['threat-tab'])} · {writer.plain(item.tab)}",
        description=writer.plain(item.hint),
        body=body,
        edit=edit,
        words=writer.plain(item.words),
        headings=(writer.plain(catalogue.interface["signs-title"]),),
        lastmod=max(str(catalogue.sources[name].checked) for name in named),
        stale=writer.stale,
        missing=writer.missing,
    )


def urgent(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], local: Iterable[LocalNumber] = ()) -> Page:
    """Return the page for the next minutes; ``local`` are an organisation's own numbers (practice P2)."""
    record = catalogue.urgent
    parts = [
        View(id=part.id, title=part.title, intro=part.intro, steps=[view.step(s, writer) for s in part.steps])
        for part in record.parts
    ]
    lines = [view.route(catalogue.routes[n.route], catalogue, writer, full=False, limit=n.limit) for n in record.lines]
    named = [
        *view.named_sources(record),
        *(s for n in record.lines for s in view.named_sources(catalogue.routes[n.route])),
    ]
    return page_from(
        catalogue,
        PageId.URGENT,
        "urgent.md",
        writer,
        edit,
        urgent=record,
        parts=parts,
        lines=lines,
        local=[view.local_number(item, catalogue, writer) for item in local],
        named=named,
    )


def appeal(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who was told no, platform by platform."""
    platforms = []
    named: list[str] = list(APPEAL_SOURCES)
    for platform in catalogue.platforms.values():
        writer.values.update(numbers_of(catalogue, platform))
        writer.values["platform"] = platform.name
        here = platform.appeal
        named += view.named_sources(here)
        steps = [view.step(item, writer, outward=True, prefix=f"{platform.id}-") for item in here.steps]
        platforms.append(
            View(
                id=platform.id,
                name=platform.name,
                steps=steps,
                appeal=View(
                    where=[view.menu(catalogue, way, writer) for way in here.where],
                    where_instead=here.where_instead,
                ),
            )
        )
    routes = [catalogue.routes[name] for name in APPEAL_ROUTES]
    return page_from(
        catalogue,
        PageId.APPEAL,
        "appeal.md",
        writer,
        edit,
        platforms=platforms,
        routes=routes,
        guard=catalogue.guards[STATE_GUARD],
        named=named,
    )


def helping(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who accompanies somebody."""
    order = (Whom.HELPER, Whom.FAMILY, Whom.ORGANISATION, Whom.ABSENT)
    whom = [
        View(id=name.value, label=block.label, intro=block.intro, do=block.do, dont=block.dont)
        for name in order
        for block in (catalogue.whom[name],)
    ]
    return page_from(
        catalogue,
        PageId.HELPING,
        "helping.md",
        writer,
        edit,
        whom=whom,
        guards=list(catalogue.guards.values()),
    )


def sources(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of all sources that some record names."""
    return page_from(catalogue, PageId.SOURCES, "sources.md", writer, edit, named=list(catalogue.sources))


def glossary(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the glossary, in alphabetical order of the page's language."""
    terms = sorted(catalogue.terms.values(), key=lambda term: fold(term.name.words))
    return page_from(catalogue, PageId.GLOSSARY, "glossary.md", writer, edit, terms=terms)


def search(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], pages: Iterable[Page]) -> Page:
    """Return the A–Z list of all pages of a language, with the words that people use."""
    listed = sorted((page for page in pages if page.listed), key=lambda page: fold(page.title))
    entries = [
        View(
            href=writer.here.to(page.path),
            title=page.title,
            lang=page.title_lang,
            words="; ".join(part for part in (page.words, page.tab if page.tab not in page.title else "") if part),
        )
        for page in listed
    ]
    return page_from(catalogue, PageId.SEARCH, "search.md", writer, edit, entries=entries)


def fold(words: str) -> str:
    """Return ``words`` for sorting and searching: no case, no accents."""
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("¿¡«\"' ")
