"""Texts of records as keys, and their words in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.model import Catalogue, Country, Platform, Route, Threat, Tree
from guide.model.languages import SOURCE, Language
from guide.model.text import Text, plain
from guide.model.walk import leaves
from guide.translating.messages import context_of
from guide.writing.numbers import owners_of, values_of

#: Collections whose records are in the files.
_COLLECTIONS = ("routes", "countries", "platforms", "threats", "trees", "decisions", "policies", "guards")
#: A key and its text, with the values that it names in braces.
_Found = tuple[str, Text, Mapping[str, str]]


class AllWords:
    """Every text of the records, by its key, in every language; only those that were asked for are given away."""

    def __init__(self, catalogues: Mapping[Language, Catalogue]) -> None:
        self._by_key: dict[str, dict[str, tuple[Text, str]]] = {}
        self._key_of: dict[int, str] = {}
        self._asked: set[str] = set()
        self.languages = [language.code for language in catalogues]
        for language, catalogue in catalogues.items():
            for key, text, values in _texts(catalogue):
                self._by_key.setdefault(key, {})[language.code] = (text, plain(text.runs, values))
                if language.code == SOURCE:
                    self._key_of[id(text)] = key

    def key(self, text: Text) -> str:
        """Return the key of ``text`` of the Spanish catalogue; its words are given away from now on."""
        key = self._key_of[id(text)]
        self._asked.add(key)
        return key

    def maybe(self, text: Text | None) -> str | None:
        """Return the key of ``text``, if there is one."""
        return None if text is None else self.key(text)

    def words(self, *texts: Text | None) -> dict[str, str]:
        """Return the words of ``texts``, one after the other, in each language that has all of them, current."""
        found = [self._by_key[self._key_of[id(text)]] for text in texts if text is not None]
        return {
            code: " ".join([*(_sentence(words[code][1]) for words in found[:-1]), found[-1][code][1]])
            for code in self.languages
            if found and all(_current(words[code][0], code) for words in found)
        }

    def texts(self, code: str) -> Iterator[tuple[str, str, Text]]:
        """Yield key, words and text of everything that was asked for, in order."""
        for key in sorted(self._asked):
            text, words = self._by_key[key][code]
            yield key, words, text


def _current(text: Text, code: str) -> bool:
    return text.lang == code and not text.stale


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _texts(catalogue: Catalogue) -> Iterator[_Found]:
    for collection in _COLLECTIONS:
        for name, record in getattr(catalogue, collection).items():
            yield from _of(catalogue, collection, str(name), record)
    yield from _of(catalogue, "signs", "", catalogue.signs)
    yield from _of(catalogue, "interface", "", catalogue.interface)


def _of(catalogue: Catalogue, collection: str, name: str, record: Any) -> Iterator[_Found]:
    for leaf in leaves(record):
        if isinstance(leaf.value, Text):
            yield context_of(collection, name, leaf.path), leaf.value, _values(catalogue, record, leaf.path)


def _values(catalogue: Catalogue, record: Any, path: tuple[str, ...]) -> Mapping[str, str]:
    """Return what the braces of a text stand for: the number of a term, or one that stands in its warning only."""
    if isinstance(record, Platform):
        return values_of(catalogue, record)
    if isinstance(record, (Threat, Tree)):
        platforms = catalogue.platforms
        covering = record.platforms if isinstance(record, Threat) else platforms
        return owners_of(platforms[item] for item in covering)
    if isinstance(record, Route):
        return {name: str(number.value) for name, number in record.numbers.items()}
    if isinstance(record, Country) and path[0] == "warnings":
        return record.values_of(path[1])
    return {}
