"""YAML files → catalogue. Every fault of every file is collected, with file, line and column."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide import model
from guide.model import Catalogue
from guide.model.fault import DataError, Fault, Lines, nearest, relative
from guide.model.text import Text
from guide.model.whom import Whom
from guide.reading.validate import validate
from guide.reading.yamlform import left_behind
from guide.reading.yamltree import Document, locate, read

#: Folders of one record a file: the file is named by the record's id.
FOLDERS: Mapping[str, tuple[str, Any]] = {
    "platforms": ("platforms", model.Platform),
    "threats": ("threats", model.Threat),
    "routes": ("routes", model.Route),
    "trees": ("trees", model.Tree),
    "countries": ("countries", model.Country),
    "lines": ("lines", model.Line),
    "decisions": ("decisions", model.Decision),
    "protocol": ("protocols", model.Protocol),
    "search": ("search", model.SearchWords),
}
#: Files of many records, each with an id.
LISTS: Mapping[str, tuple[str, Any]] = {
    "policies.yml": ("policies", tuple[model.Policy, ...]),
    "sources.yml": ("sources", tuple[model.Source, ...]),
    "guards.yml": ("guards", tuple[model.Guard, ...]),
    "glossary.yml": ("terms", tuple[model.Term, ...]),
    "groups.yml": ("groups", tuple[model.GroupText, ...]),
    "pages.yml": ("page_texts", tuple[model.PageText, ...]),
    "results.yml": ("results", tuple[model.Result, ...]),
    "home.yml": ("doors", tuple[model.Door, ...]),
    "changes.yml": ("changes", tuple[model.Change, ...]),
}
#: Files of one record, or of a plain mapping.
SINGLES: Mapping[str, tuple[str, Any]] = {
    "plan.yml": ("plan", model.PlanFrame),
    "general.yml": ("general", model.Threat),
    "urgent.yml": ("urgent", model.Urgent),
    "appeal.yml": ("appeal", model.AppealPage),
    "helping.yml": ("helping", model.Helping),
    "signs.yml": ("signs", model.DangerSigns),
    "care.yml": ("care", model.LinesPage),
    "money.yml": ("money", model.LinesPage),
    "channels.yml": ("channels", model.Channels),
    "other_way.yml": ("other_way", model.OtherWay),
    "two_countries.yml": ("two_countries", model.TwoCountries),
    "calls.yml": ("calls", model.Calls),
    "rules.yml": ("rules", model.Rules),
    "evidence.yml": ("evidence", model.Evidence),
    "patterns.yml": ("patterns", model.Patterns),
    "workshop.yml": ("workshop", model.Workshop),
    "case.yml": ("case", model.Case),
    "goals.yml": ("goals", model.Goals),
    "whom.yml": ("whom", dict[Whom, model.WhomBlock]),
    "interface.yml": ("interface", dict[str, Text]),
    "freshness.yml": ("freshness", model.Freshness),
    "hosts.yml": ("hosts", model.Hosts),
    "moved.yml": ("moved", model.Moved),
    "figures.yml": ("figures", dict[str, model.Figures]),
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


def read_data(folder: Path) -> Loaded:
    """Return the records in ``folder`` with their places; rules across files are not checked yet.

    Raises:
        DataError: with every fault of form: files, YAML, fields.
    """
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
            if left_behind(path) or _leads_out(path, folder) or (document := read_file(path)) is None:
                continue
            record = validate(kind, document, faults)
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
        value = validate(kind, document, faults)
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
        raise DataError(quoted(faults, lines))
    return Loaded(Catalogue.model_construct(**parts), places, lines)


def quoted(faults: Iterable[Fault], lines: Lines) -> list[Fault]:
    """Return ``faults`` with the line of the file that each is about."""
    return [
        Fault(f.file, f.line, f.column, f.rule, f.message, f.mend, f.quoted or lines.quote(f.file, f.line))
        for f in faults
    ]


def _leads_out(path: Path, folder: Path) -> bool:
    """Return whether ``path``, a name in ``folder``, is a link that leads somewhere else, or stands behind one."""
    around = itertools.takewhile(lambda outer: outer != folder, (path, *path.parents))
    if not any(part.is_symlink() for part in around):
        return False
    return not path.resolve().is_relative_to(folder.resolve())


def _mend_of_name(path: Path, inside: Path) -> str:
    """Return what to do with a file that no record lives in."""
    if path.suffix == ".yaml" and (inside.parts[0] in FOLDERS or f"{path.stem}.yml" in {*LISTS, *SINGLES}):
        return f"rename it to '{path.stem}.yml'"
    return nearest(path.name, {*LISTS, *SINGLES}) or "move or delete it"


def _faults_of_files(folder: Path) -> Iterator[Fault]:
    if not folder.is_dir():
        yield Fault(folder.name, 1, 1, "missing-file", "there is no such folder", "run this where 'data' is")
        return
    for path in sorted(folder.rglob("*")):
        if left_behind(path):
            continue
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
                _mend_of_name(path, inside),
            )
