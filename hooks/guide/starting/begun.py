"""What a new record is begun from, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.model import Catalogue
from guide.model.clock import today
from guide.model.reference import Id
from guide.starting.answers import Answers, Question
from guide.starting.edits import with_entry, with_host
from guide.starting.scalar import as_yaml
from guide.starting.sources import Read

TEMPLATES = Path(__file__).parent / "templates"
SOURCES, HOSTS = "data/sources.yml", "data/hosts.yml"


@dataclass(slots=True)
class Begun:
    """Files by path from the project's folder: those that are new, those that change, and what comes next.

    ``catalogue_for`` is the code of a language whose catalogue has to be written then.
    """

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    next: str = ""
    catalogue_for: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """The project in the folder ``root`` as it is, and the answers of who begins something."""

    root: Path
    catalogue: Catalogue
    answers: Answers

    def text(self, path: str) -> str:
        """Return the text of a file of the project."""
        return (self.root / path).read_text(encoding="utf-8")

    def record_id(self, folder: str, words: str, kind: Any = Id) -> str:
        """Return the id of the new record; raises NotStarted where a file of ``folder`` has it already."""

        def taken(name: str) -> str:
            there = (self.root / "data" / folder / f"{name}.yml").exists()
            return f"ID: data/{folder}/{name}.yml is there already, and nothing is written over it." if there else ""

        return self.answers.one(Question("ID", words, kind, check=taken))

    def begun(
        self,
        folder: str,
        name: str,
        values: Mapping[str, str | Sequence[str]],
        read: Read | None = None,
        hosts: Sequence[tuple[str, str]] = (),
    ) -> Begun:
        """Return the file of a record, with what its source and its links add to the lists of both.

        Args:
            folder: of the record, which has a template of that name.
            name: its id.
            values: what the template prints.
            read: its source.
            hosts: that it links to, with whose each is.
        """
        read = read or Read()
        template = environment().get_template(f"{folder}.yml")
        day = today().isoformat()
        out = Begun({f"data/{folder}/{name}.yml": template.render(id=name, today=day, sources=read.ids, **values)})
        if read.entry:
            out.changed[SOURCES] = with_entry(self.text(SOURCES), read.entry)
        listed = before = self.text(HOSTS)
        for host, who in (*read.hosts, *hosts):
            listed = with_host(listed, host, who)
        if listed != before:
            out.changed[HOSTS] = listed
        return out


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of the templates: whatever they print is made YAML first."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701 (YAML, not HTML: 'finalize' quotes every value)
        undefined=StrictUndefined,
        finalize=as_yaml,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
