"""The same from the plain data of YAML, where today's models cannot read the data of a revision.

Both sides are then read so: it sees what is written and not what it means, so a contact is known by its fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.comparing.held import Held, Proof, What, dialled, in_text, in_words
from guide.model.fault import DataError, relative
from guide.model.label import LABEL_LANGUAGES
from guide.model.text import Text, TextFault
from guide.reading.load import FOLDERS, LISTS
from guide.reading.yamlform import left_behind
from guide.reading.yamltree import Document, locate, read

_CONTACTS = frozenset({What.PHONE, What.EMAIL, What.MESSAGING, What.FORM})
#: Fields that say how something is known: a reader finds no contact there.
_PROOF = frozenset({"checked", "tested", "copy_read", "sources", "seen", "facts", "id"})


def held_by_files(folder: Path) -> Iterator[Held]:
    """Yield what the YAML files in ``folder`` hold; raises DataError for what is no YAML of ours."""
    documents = list(_documents(folder))
    listed: Any = next((document.data for document in documents if document.file.endswith("/sources.yml")), [])
    sources = {item["id"]: item for item in listed or [] if isinstance(item, Mapping) and "id" in item}
    for document in documents:
        inside = Path(document.file).relative_to(folder.name)
        if inside.parts[0] in FOLDERS:
            name = f"{FOLDERS[inside.parts[0]][0]}/{inside.stem}"
            yield from _File(document, sources, name).walk(document.data, (), (), Proof())
        elif inside.name in LISTS and isinstance(document.data, tuple):
            for at, item in enumerate(document.data):
                name = f"{LISTS[inside.name][0]}/{item.get('id', at) if isinstance(item, Mapping) else at}"
                yield from _File(document, sources, name).walk(item, (at,), (), Proof())
        else:
            yield from _File(document, sources, inside.stem).walk(document.data, (), (), Proof())


def _documents(folder: Path) -> Iterator[Document]:
    faults = []
    for path in sorted(folder.rglob("*.yml")):
        if left_behind(path) or not path.resolve().is_relative_to(folder.resolve()):
            continue
        document, found = read(path, relative(path, folder))
        faults += found
        if document:
            yield document
    if faults:
        raise DataError(faults)


class _File:
    """One file, and the sources by id."""

    def __init__(self, document: Document, sources: Mapping[str, Any], name: str) -> None:
        self.document = document
        self.sources = sources
        self.name = name

    def walk(self, value: Any, loc: tuple[int | str, ...], path: tuple[str, ...], proof: Proof) -> Iterator[Held]:
        """Yield what stands under ``value``; ``proof`` is that of the nearest place around it."""
        if isinstance(value, Mapping):
            proof = self._proof(value, proof)
            yield from self._of_mapping(value, loc, path, proof)
            for key, inner in value.items():
                if key not in _PROOF and not (key == "value" and _is_contact(value)):
                    yield from self.walk(inner, (*loc, str(key)), (*path, str(key)), proof)
        elif isinstance(value, tuple):
            for at, inner in enumerate(value):
                name = inner.get("id", at) if isinstance(inner, Mapping) else at
                yield from self.walk(inner, (*loc, at), (*path, str(name)), proof)
        elif isinstance(value, str):
            for what, found in _in(value, searched=path[-1:] == ("words",) or self.name.startswith("search/")):
                yield self._at(loc, path, what, found, proof)

    def _of_mapping(
        self, value: Mapping[str, Any], loc: tuple[int | str, ...], path: tuple[str, ...], proof: Proof
    ) -> Iterator[Held]:
        if _is_contact(value):
            shown = dialled(str(value["value"]), value.get("from"))
            yield self._at((*loc, "value"), (*path, "value"), What(value["kind"]), shown, proof)
        elif "number" in value and "answered_by" in value:
            yield self._at((*loc, "number"), (*path, "number"), What.EMERGENCY, str(value["number"]), proof)
        elif isinstance(value.get("value"), int):
            yield self._at((*loc, "value"), (*path, "value"), What.TERM, str(value["value"]), proof)
        elif {"host", "who"} <= value.keys():
            yield self._at((*loc, "host"), (str(value["host"]),), What.HOST, f"{value['host']} ({value['who']})", proof)
        elif isinstance(seen := value.get("seen"), Mapping) and path[:1] == ("labels",):
            for code in LABEL_LANGUAGES:
                if words := value.get(code):
                    shown = words if isinstance(words, str) else " / ".join(map(str, words))
                    known = Proof(sources=self._dated(seen.get(code)))
                    yield self._at((*loc, code), (*path, code), What.LABEL, shown, known)

    def _at(self, loc: tuple[int | str, ...], path: tuple[str, ...], what: What, value: str, proof: Proof) -> Held:
        line, _ = locate(self.document.node, loc)
        return Held(self.name, path, what, value, proof, self.document.file, line)

    def _proof(self, value: Mapping[str, Any], outer: Proof) -> Proof:
        day = value.get("tested") or value.get("checked")
        sources = self._dated(value["sources"]) if value.get("sources") else outer.sources
        return Proof(str(day) if day else outer.day, sources)

    def _dated(self, cited: Any) -> frozenset[str]:
        names = [str(name) for name in cited] if isinstance(cited, tuple) else []
        found = {name: self.sources.get(name, {}) for name in names}
        return frozenset(f"{n} ({s.get('copy_read')}, {s.get('checked')}, {s.get('url')})" for n, s in found.items())


def _is_contact(value: Mapping[str, Any]) -> bool:
    return "value" in value and "known" in value and value.get("kind") in _CONTACTS


def _in(value: str, *, searched: bool) -> Iterator[tuple[What, str]]:
    if value.startswith("https://") and not any(letter.isspace() for letter in value):
        yield What.ADDRESS, value
        return
    try:
        yield from in_text(Text.of(value), searched=searched)
    except TextFault:
        yield from in_words(value, searched=searched)
