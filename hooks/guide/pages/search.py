"""``/search/``: the A–Z list of all pages of a language, and what its script needs to search it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from guide.deciding.openness import to_judge
from guide.deciding.plan import GENERAL
from guide.model import Catalogue, Said, Threat
from guide.model.languages import SOURCE
from guide.model.reference import Reference
from guide.model.vocabulary import PageId, ReachesState
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.links import path_of
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer

#: What a route does whose page stands behind the others that are found.
_STATE = (ReachesState.DIRECT, ReachesState.PASSES_ON, ReachesState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Way:
    """A link of an entry that has several."""

    href: str
    name: Markup


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page in the A–Z list, or the plans of a threat with the page that tells how to recognise it.

    ``href`` is empty where there are several ``ways``. ``lang`` is set where the title is in another language than the
    list. ``only`` and ``state`` say of a route for whom it is, and whether a State learns of it (rule P5). ``rank`` is
    ``body`` for a route and ``state`` for one of a State: of what is found alike, plans come first and States last
    (rule P7).
    """

    href: str
    title: str
    lang: str
    about: Markup
    words: str
    paths: frozenset[str]
    ways: tuple[Way, ...] = ()
    only: Markup | None = None
    state: str = ""
    rank: str = ""


def search(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], pages: Iterable[Page]) -> Page:
    """Return the A–Z list of all pages of a language, with the words that people use."""
    said = catalogue.search.get(writer.language.code) or catalogue.search[SOURCE]
    listed = {page.path: page for page in pages if page.listed}
    entries = list(_entries(catalogue, writer, listed, (*said.first, *said.words)))
    return page_from(
        catalogue,
        PageId.SEARCH,
        "search.md",
        writer,
        edit,
        entries=sorted(entries, key=lambda entry: fold(entry.title)),
        small=said.small,
        light=said.light,
        # What people in danger type, and where that leads, in order: the script reads it.
        first=json.dumps(
            [[writer.here.to(_path(item)), item.sayings] for item in said.first],
            ensure_ascii=False,
            separators=(",", ":"),
        ),
        urgent=catalogue.page_texts[PageId.URGENT].title,
        unsure=catalogue.general.name,
        general=_plans(catalogue, writer, GENERAL),
    )


def _entries(
    catalogue: Catalogue, writer: Writer, pages: dict[str, Page], said: tuple[Said, ...]
) -> Iterator[IndexEntry]:
    more: dict[str, list[str]] = {}
    for item in said:
        more.setdefault(_path(item), []).append(item.words)
    grouped: set[str] = set()
    for name, threat in ((GENERAL, catalogue.general), *catalogue.threats.items()):
        entry = _grouped(catalogue, writer, pages, name, threat, more)
        grouped |= entry.paths
        yield entry
    for path, page in pages.items():
        if path not in grouped:
            yield _single(catalogue, writer, page, more.get(path, []))


def _grouped(
    catalogue: Catalogue,
    writer: Writer,
    pages: dict[str, Page],
    name: str,
    threat: Threat,
    more: dict[str, list[str]],
) -> IndexEntry:
    """Return the plans for one threat as one entry: three that differ in their platform alone would hide the rest."""
    ways = _plans(catalogue, writer, name)
    paths = [f"{platform}/{name}/" for platform in catalogue.platforms]
    about = f"threats/{name}/"
    if about in pages:
        paths.append(about)
        ways = (*ways, Way(writer.here.to(about), writer.ui("how-to-recognise")))
    said = [words for path in paths for words in more.get(path, ())]
    return IndexEntry(
        href="",
        title=writer.plain(threat.name),
        lang=writer.foreign(threat.name),
        about=writer.t(threat.hint),
        words="; ".join([writer.plain(threat.words), writer.plain(threat.say), *said]),
        paths=frozenset(paths),
        ways=ways,
    )


def _plans(catalogue: Catalogue, writer: Writer, name: str) -> tuple[Way, ...]:
    return tuple(
        Way(writer.here.to(f"{platform.id}/{name}/"), escape(platform.name))
        for platform in catalogue.platforms.values()
        if name == GENERAL or name in platform.threats
    )


def _single(catalogue: Catalogue, writer: Writer, page: Page, more: list[str]) -> IndexEntry:
    only, state, rank, about = None, "", "", escape(page.description)
    name = page.path.rstrip("/").rpartition("/")[2]
    if page.kind == "route":
        route = catalogue.routes[name]
        only = openness_html(catalogue, to_judge(catalogue, route), writer)
        state = route.reaches_state.mark
        rank = "state" if route.reaches_state in _STATE else "body"
        about = writer.t(route.when)
    elif page.kind == "country":
        about = writer.ui(f"state-route-{catalogue.countries[name].state.value}")
    elif page.kind in catalogue.page_texts:
        about = writer.t(catalogue.page_texts[PageId(page.kind)].description)
    return IndexEntry(
        href=writer.here.to(page.path),
        title=page.title,
        lang=page.title_lang,
        about=about,
        words="; ".join(part for part in (page.words, *more) if part),
        paths=frozenset([page.path]),
        only=only,
        state=state,
        rank=rank,
    )


def _path(item: Said) -> str:
    """Return the path of the page that ``item`` leads to."""
    reference = Reference.parse(item.to)
    assert reference is not None
    return path_of(reference) or ""


def fold(words: str) -> str:
    """Return ``words`` for sorting and searching: no case, no accents."""
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("¿¡«\"' ")
