"""YAML files → catalogue. Every fault of every file is collected, with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from guide import model
from guide.fault import DataError, Fault, Lines, nearest, relative
from guide.model import Catalogue
from guide.text import Text
from guide.vocabulary import Whom
from guide.yamltree import Document, locate, mark, read, suggest

#: Folders of one record a file: the file is named by the record's id.
FOLDERS: Mapping[str, tuple[str, Any]] = {
    "platforms": ("platforms", model.Platform),
    "threats": ("threats", model.Threat),
    "routes": ("routes", model.Route),
    "trees": ("trees", model.Tree),
}
#: Files of many records, each with an id.
LISTS: Mapping[str, tuple[str, Any]] = {
    "policies.yml": ("policies", tuple[model.Policy, ...]),
    "sources.yml": ("sources", tuple[model.Source, ...]),
    "guards.yml": ("guards", tuple[model.Guard, ...]),
    "glossary.yml": ("terms", tuple[model.Term, ...]),
    "groups.yml": ("groups", tuple[model.GroupText, ...]),
    "pages.yml": ("page_texts", tuple[model.PageText, ...]),
    "home.yml": ("doors", tuple[model.Door, ...]),
}
#: Files of one record, or of a plain mapping.
SINGLES: Mapping[str, tuple[str, Any]] = {
    "plan.yml": ("plan", model.PlanFrame),
    "general.yml": ("general", model.Threat),
    "urgent.yml": ("urgent", model.Urgent),
    "whom.yml": ("whom", dict[Whom, model.WhomBlock]),
    "interface.yml": ("interface", dict[str, Text]),
    "freshness.yml": ("freshness", dict[str, int]),
}
#: Folders in ``data/`` that hold no records.
NO_RECORDS = {"schema", "locales"}


@dataclass(slots=True)
class Place:
    """Where a record stands: its file's node tree, and the way to the record inside it."""

    document: Document
    loc: tuple[int | str, ...] = ()

    def fault(self, loc: tuple[int | str, ...], rule: str, message: str, mend: str = "", *, key: bool = False) -> Fault:
        """Return a fault at ``loc`` of this record."""
        line, column = locate(self.document.node, (*self.loc, *loc), key=key)
        return Fault(self.document.file, line, column, rule, message, mend)

    def line(self, loc: tuple[int | str, ...] = ()) -> int:
        """Return the line of ``loc`` in the file."""
        return locate(self.document.node, (*self.loc, *loc))[0]


@dataclass(slots=True)
class Loaded:
    """A catalogue together with where each of its records stands.

    ``places`` is keyed by collection and id (``("platforms", "facebook")``); single files have an empty id.
    """

    catalogue: Catalogue
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    lines: Lines = field(default_factory=Lines)

    def records(self) -> Iterator[tuple[str, str, Any, Place]]:
        """Yield collection, id, record and place of every top-level record, in a fixed order."""
        for collection, name in sorted(self.places):
            holder = getattr(self.catalogue, collection)
            yield collection, name, (holder[name] if name else holder), self.places[collection, name]


def load(folder: Path) -> Catalogue:
    """Return the catalogue in ``folder``, checked.

    Raises:
        DataError: with every fault found.
    """
    return load_all(folder).catalogue


def load_all(folder: Path) -> Loaded:
    """Return the catalogue in ``folder`` with the places of its records; raises :class:`DataError`."""
    from guide.check import check  # imported late: check reads what this module defines

    faults: list[Fault] = []
    lines = Lines()
    parts: dict[str, Any] = {}
    places: dict[tuple[str, str], Place] = {}

    def read_file(path: Path) -> Document | None:
        file = relative(path, folder)
        document, found = read(path, file)
        lines.keep(file, document.text if document else path.read_bytes().decode("utf-8", "replace"))
        faults.extend(found)
        return document

    faults.extend(_faults_of_files(folder))
    for name, (collection, kind) in FOLDERS.items():
        parts[collection] = {}
        for path in sorted((folder / name).glob("*.yml")):
            if _leads_out(path, folder) or (document := read_file(path)) is None:
                continue
            record = _validate(kind, document, faults)
            if record is None:
                continue
            if record.id != path.stem:
                faults.append(
                    Place(document).fault(
                        ("id",),
                        "id-not-file-name",
                        f"id '{record.id}' is not the name of the file",
                        f"write '{path.stem}', or rename the file",
                    )
                )
            parts[collection][record.id] = record
            places[collection, record.id] = Place(document)
    for name, (collection, kind) in {**LISTS, **SINGLES}.items():
        path = folder / name
        if not path.is_file():
            faults.append(Fault(relative(path, folder), 1, 1, "missing-file", "this file is missing", "restore it"))
            continue
        if _leads_out(path, folder) or (document := read_file(path)) is None:
            continue
        value = _validate(kind, document, faults)
        if value is None:
            continue
        if name in LISTS:
            parts[collection] = {item.id: item for item in value}
            for position, item in enumerate(value):
                places[collection, item.id] = Place(document, (position,))
        else:
            parts[collection] = value
            places[collection, ""] = Place(document)
    if faults:
        raise DataError(_quoted(faults, lines))
    loaded = Loaded(Catalogue.model_construct(**parts), places, lines)
    if found := check(loaded):
        raise DataError(_quoted(found, lines))
    return loaded


def _quoted(faults: list[Fault], lines: Lines) -> list[Fault]:
    return [
        Fault(f.file, f.line, f.column, f.rule, f.message, f.mend, f.quoted or lines.quote(f.file, f.line))
        for f in faults
    ]


def _leads_out(path: Path, folder: Path) -> bool:
    return not path.resolve().is_relative_to(folder.resolve())


def _faults_of_files(folder: Path) -> Iterator[Fault]:
    if not folder.is_dir():
        yield Fault(folder.name, 1, 1, "missing-file", "there is no such folder", "run this where 'data' is")
        return
    for path in sorted(folder.rglob("*")):
        file = relative(path, folder)
        if _leads_out(path, folder):
            yield Fault(file, 1, 1, "symlink", "this link leads out of the data folder", "put the file itself here")
        elif path.is_file() and path.suffix in (".yml", ".yaml"):
            inside = path.relative_to(folder)
            known = inside.parts[0] in FOLDERS and len(inside.parts) == 2 and path.suffix == ".yml"
            if inside.parts[0] in NO_RECORDS or known or str(inside) in LISTS or str(inside) in SINGLES:
                continue
            yield Fault(
                file,
                1,
                1,
                "unknown-file",
                "no record lives in this file",
                nearest(path.name, {*LISTS, *SINGLES}) or "move or delete it",
            )


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return pydantic's adapter for ``kind``; made once."""
    return TypeAdapter(kind)


def _validate(kind: Any, document: Document, faults: list[Fault]) -> Any:
    try:
        return adapter(kind).validate_python(document.data)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            faults.append(_fault_of(dict(found), document))
        return None


@lru_cache(maxsize=1)
def _all_fields() -> frozenset[str]:
    return frozenset(
        name
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, BaseModel)
        for name in value.model_fields
    )


#: pydantic's codes for a value of the wrong type, with what was expected in a contributor's words.
_WRONG_TYPE = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list (lines that start with '- ')",
    "dict_type": "a record (lines of 'name: value')",
    "mapping_type": "a record (lines of 'name: value')",
    "model_type": "a record (lines of 'name: value')",
    "model_attributes_type": "a record (lines of 'name: value')",
    "date_type": "a date in quotes",
}


def _fault_of(error: dict[str, Any], document: Document) -> Fault:
    kind: str = error["type"]
    loc: tuple[int | str, ...] = error["loc"]
    context: dict[str, Any] = error.get("ctx", {})
    value = error.get("input")
    name = str(loc[-1]) if loc else ""
    line, column = locate(document.node, loc, key=kind == "extra_forbidden")

    def fault(rule: str, message: str, mend: str = "") -> Fault:
        return Fault(document.file, line, column, rule, message, mend)

    if kind == "missing":
        if "contacts" in loc and name == "known":
            return fault(
                "unknown-contact",
                "this contact does not say how it is known",
                "add 'known: live', 'own-page' or 'elsewhere' (practice P1)",
            )
        if name in ("copy_read", "checked") and document.file.endswith("sources.yml"):
            return fault("undated-source", f"this source has no '{name}'", "add the date, in quotes")
        if name == "sources":
            return fault("no-source", "this fact names no source", "add 'sources: [id]' from sources.yml")
        if name == "avoid":
            return fault("no-avoid", "this plan does not say what not to do", "add 'avoid' with at least one item")
        return fault("missing-field", f"the field '{name}' is missing", f"add '{name}: …'")
    if kind == "extra_forbidden":
        return fault("unknown-field", f"unknown field '{name}'", nearest(name, _all_fields()) or "delete it")
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "")).replace("' or '", "', '").replace("'", "")
        known = {word.strip() for word in expected.split(", ") if word.strip()}
        return fault("unknown-value", f"unknown value '{value}' for '{_field(loc)}'", suggest(str(value), known))
    if kind == "text":
        rule = {"unknown-value": "unknown-value-name"}.get(context["rule"], context["rule"])
        return fault(rule, str(context["message"]), _TEXT_MENDS.get(rule, "write plain words"))
    if kind in _WRONG_TYPE:
        shown = (
            "nothing" if value is None else f"'{value}'" if isinstance(value, (str, int, bool)) else "something else"
        )
        mend = (
            f'write "{value}"'
            if kind == "string_type" and isinstance(value, (int, bool))
            else "see the schema, or a record beside it"
        )
        return fault("wrong-type", f"'{_field(loc)}' takes {_WRONG_TYPE[kind]}, not {shown}", mend)
    if kind == "string_pattern_mismatch":
        return fault("bad-id", f"'{value}' is no id", "short English words in lower case, joined by hyphens")
    if kind.startswith("date"):
        return fault("bad-date", f"'{value}' is no date", 'write "2026-11-24"')
    if kind == "copy_date":
        return fault("bad-date", str(error["msg"]), 'write "2026-08-03", "2026-08", "2026" or undated')
    if kind == "too_short":
        if _field(loc) == "sources":
            return fault("no-source", "this fact names no source", "add an id from sources.yml")
        return fault(
            "too-few",
            f"'{_field(loc)}' has {context.get('actual_length')} entries",
            f"it needs at least {context.get('min_length')}",
        )
    if kind == "too_long":
        return fault(
            "too-many",
            f"'{_field(loc)}' has more than {context.get('max_length')} entries",
            "keep the most useful",
        )
    if kind == "action_too_long":
        return fault(
            "action-too-long",
            f"'do' has {context['length']} characters",
            f"the most is {model.LONGEST_ACTION}; move the rest to 'more'",
        )
    if kind in ("not_https", "odd_link", "mixed_script"):
        return fault(kind.replace("_", "-"), str(error["msg"]), "write the address as the body itself prints it")
    if kind in ("greater_than_equal", "less_than_equal"):
        return fault("out-of-range", f"{value} is out of range for '{_field(loc)}'", str(error["msg"]))
    return fault("wrong-type", f"'{_field(loc)}': {error['msg']}")


_TEXT_MENDS = {
    "raw-html": "write plain words; for emphasis use **two stars**",
    "attribute-list": "delete the braces",
    "image": "describe it in words",
    "unbalanced": "close the mark, or write a backslash before it",
    "unknown-value-name": "the values are listed in docs/dev/faults.md",
    "placeholder": "write the text, or leave the field out",
    "empty-text": "write the text, or leave the field out",
    "script-link": "delete the link",
    "link-target": "write https://… or a reference such as page:urgent",
}


def _field(loc: tuple[int | str, ...]) -> str:
    return str(next((part for part in reversed(loc) if isinstance(part, str)), "record"))


__all__ = ["Loaded", "Place", "adapter", "load", "load_all", "mark"]
