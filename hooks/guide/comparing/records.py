"""Records → what they hold to call, to write to, to follow, to tap or to keep to, each with its proof."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from guide.checking.texts import official_sites
from guide.comparing.held import Held, Proof, What, dialled, in_text, in_words
from guide.model import Catalogue, Contact, Number
from guide.model.base import Record, Source
from guide.model.emergency import EmergencyNumber
from guide.model.hosts import KnownHost
from guide.model.label import LABEL_LANGUAGES, MenuLabel
from guide.model.link import IsLink
from guide.model.reference import ByName
from guide.model.text import Text
from guide.model.walk import Leaf, leaves, name_of, records
from guide.reading.load import Loaded, Place
from guide.reading.prose import ProseFolder


def held_by_records(loaded: Loaded) -> Iterator[Held]:
    """Yield what every record of ``loaded`` holds."""
    own = official_sites(loaded.catalogue)
    for collection, name, record, place in loaded.records():
        yield from _Reader(loaded.catalogue, collection, name, record, place).held(own)


def held_by_pages(folder: ProseFolder) -> Iterator[Held]:
    """Yield what the hand-written pages hold: contacts, terms and outside addresses, by the day of their check."""
    for (name, code), page in sorted(folder.pages.items()):
        proof = Proof(day=page.front.checked.isoformat())
        for number, line in enumerate(page.body.split("\n"), page.body_line):
            for what, value in in_words(line):
                yield Held(f"docs/{name}", (code,), what, value, proof, page.file, number)
        for field in ("title", "tab", "description", "words"):
            for what, value in in_words(getattr(page.front, field), searched=field == "words"):
                yield Held(f"docs/{name}", (code, field), what, value, proof, page.file, page.place.line((field,)))


class _Reader:
    """One record of a file, and how what it holds is known."""

    def __init__(self, catalogue: Catalogue, collection: str, name: str, record: Any, place: Place) -> None:
        self.catalogue = catalogue
        self.record = record
        self.place = place
        self.name = f"{collection}/{name}" if name else collection
        self.inner = dict(records(record))

    def held(self, own: Collection[str]) -> Iterator[Held]:
        """Yield what the record holds; ``own`` are hosts that are names of bodies."""
        for loc, item in self.inner.items():
            yield from self._of_record(loc, item)
        for leaf in leaves(self.record):
            yield from self._of_leaf(leaf, own)

    def _of_record(self, loc: tuple[int | str, ...], item: Any) -> Iterator[Held]:
        if isinstance(item, Contact):
            yield self._at((*loc, "value"), What(item.kind.value), dialled(item.value, item.from_))
        elif isinstance(item, EmergencyNumber):
            yield self._at((*loc, "number"), What.EMERGENCY, item.number)
        elif isinstance(item, Number):
            yield self._at((*loc, "value"), What.TERM, str(item.value))
        elif isinstance(item, KnownHost):
            yield self._at((*loc, "host"), What.HOST, f"{item.host} ({item.who})", key=(item.host,))
        elif isinstance(item, MenuLabel) and loc[0] == "labels":  # paths hold their labels again
            for code in LABEL_LANGUAGES:
                if words := item.wordings(code):
                    proof = Proof(sources=self._dated(item.seen.get(code, ())))
                    yield self._at((*loc, code), What.LABEL, " / ".join(words), proof=proof)

    def _of_leaf(self, leaf: Leaf, own: Collection[str]) -> Iterator[Held]:
        if isinstance(leaf.value, Text):
            searched = leaf.loc[-1:] == ("words",) or self.name.startswith("search/")
            for what, value in in_text(leaf.value, own, searched=searched):
                yield self._at(leaf.loc, what, value)
        elif any(isinstance(mark, IsLink) for mark in leaf.marks):
            yield self._at(leaf.loc, What.ADDRESS, str(leaf.value))

    def _at(
        self,
        loc: tuple[int | str, ...],
        what: What,
        value: str,
        *,
        proof: Proof | None = None,
        key: tuple[str, ...] | None = None,
    ) -> Held:
        path = key or self._path(loc)
        return Held(
            self.name, path, what, value, proof or self._proof(loc), self.place.document.file, self.place.line(loc)
        )

    def _path(self, loc: tuple[int | str, ...]) -> tuple[str, ...]:
        """Return ``loc`` with ids in the place of positions, which move when a list is put in another order."""
        out: list[str] = []
        value: Any = self.record
        for part in loc:
            if isinstance(value, Record) and not isinstance(value, ByName):
                value = getattr(value, _in_code(value, str(part)), None)
            elif isinstance(value, Mapping):
                value = value.get(part)
            elif isinstance(value, tuple) and isinstance(part, int):
                value = value[part]
                part = name_of(value, part)
            out.append(str(part))
        return tuple(out)

    def _proof(self, loc: tuple[int | str, ...]) -> Proof:
        """Return the day and the sources of the nearest record around ``loc`` that has fields for them."""
        around = [item for at, item in self.inner.items() if loc[: len(at)] == at]
        day = next((day for item in reversed(around) if (day := _day(item))), None)
        cited = next((cited for item in reversed(around) if (cited := getattr(item, "sources", ()))), None)
        return Proof(day, self._dated(cited) if cited is not None else None)

    def _dated(self, cited: tuple[str, ...]) -> frozenset[str]:
        """Return sources with what is known of each: a copy that was read anew is another proof."""
        return frozenset(_dated(self.catalogue.sources.get(name), name) for name in cited)


def _dated(source: Source | None, name: str) -> str:
    return f"{name} ({source.copy_read}, {source.checked}, {source.url})" if source else name


def _day(item: Any) -> str | None:
    if isinstance(item, Contact):
        return item.last_check.isoformat()
    day = getattr(item, "checked", None)
    return day.isoformat() if day else None


def _in_code(record: Record, field: str) -> str:
    """Return the name in code of a field of a file, such as ``from_`` for ``from``."""
    return next((name for name, info in type(record).model_fields.items() if field in (name, info.alias)), field)
