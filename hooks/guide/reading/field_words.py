"""What editors say of a field or of a word of a closed list: the texts of ``field_words.yml``, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from guide.model.base import Record
from guide.reading.yamltree import parse

FILE = Path(__file__).parent / "field_words.yml"


class Words(Record):
    """One text in Spanish, in which contributors write, and in English."""

    es: str
    en: str

    @property
    def paragraphs(self) -> str:
        """Both, one under the other."""
        return f"{self.es}\n\n{self.en}"

    @property
    def line(self) -> str:
        """Both on one line, for a list of words."""
        return f"{self.es} / {self.en}"


class FieldWords(Record):
    """All texts: by field, or by record and field where a field means something else there; by list and word."""

    fields: Mapping[str, Words]
    words: Mapping[str, Words]


class Unsaid(ValueError):
    """Fields and words that have no text; the message names them all."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(f"{FILE.name} says nothing of {', '.join(names)}.")


@cache
def field_words() -> FieldWords:
    """Return all texts."""
    document, faults = parse(FILE.read_text(encoding="utf-8"), FILE.name)
    if document is None:
        raise ValueError("\n".join(map(str, faults)))
    return TypeAdapter(FieldWords).validate_python(document.data)


def key_of(record: str, field: str, texts: Mapping[str, Words]) -> str:
    """Return under which key the field of a record is told: its own, else that of its name."""
    own = f"{record}.{field}"
    return own if own in texts else field


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with a description for each field and each word of a closed list.

    Raises:
        Unsaid: when one has no text.
    """
    told = field_words()
    unsaid: list[str] = []
    for name, part in _parts(schema):
        # What a docstring tells is for who reads the code.
        part.pop("description", None)
        for field, value in part.get("properties", {}).items():
            words = told.fields.get(key_of(name, field, told.fields))
            if words is None:
                unsaid.append(f"{name}.{field}")
            else:
                value["description"] = words.paragraphs
        if "enum" in part:
            keys = [f"{name}.{word}" for word in part["enum"]]
            unsaid += [key for key in keys if key not in told.words]
            # Editors of YAML show them beside each word that they offer, and when somebody points at one.
            part["enumDescriptions"] = [told.words[key].line for key in keys if key in told.words]
    if unsaid:
        raise Unsaid(tuple(unsaid))
    return schema


def _parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each record and each closed list of a schema, by the name that it has in the code."""
    yield schema.get("title", ""), schema
    yield from schema.get("$defs", {}).items()
