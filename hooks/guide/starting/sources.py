"""The source of what a new record states: one that is listed already, or a new one with its date of copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from guide.model import Catalogue
from guide.model.clock import newest_day, today
from guide.model.fault import SOURCES_ALIKE, nearest
from guide.model.fields import CopyDate, Url, Words
from guide.model.link import host_of
from guide.model.vocabulary import ReadHow, SourceKind
from guide.starting.answers import Answers, Question, why_not
from guide.starting.scalar import scalar

_SOURCE = (
    "Where was it read? Write an id of data/sources.yml, or the address (https://…) of a page that is not there yet."
)
_TITLE = Question("SOURCE_TITLE", "What is the title of that page, as it prints it?", Words)
_PUBLISHER = Question("SOURCE_PUBLISHER", "Whose page is it?", Words)
_KIND = Question(
    "SOURCE_KIND", "Is it the body's own page (primary), or does somebody else tell of it?", SourceKind, "secondary"
)
_LANGUAGE = Question(
    "SOURCE_LANGUAGE",
    "In which language is it? Write its two letters.",
    Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")],
    "es",
)


@dataclass(frozen=True, slots=True)
class Read:
    """Where something was read: the ids for ``sources``; for a new source its entry and its host with whose it is."""

    ids: tuple[str, ...] = ()
    entry: str = ""
    hosts: tuple[tuple[str, str], ...] = ()


def read_where(answers: Answers, catalogue: Catalogue, record: str) -> Read:
    """Return the source of the record with the id ``record``; none where nobody names one, and the check says so."""
    source = answers.one(Question("SOURCE", _SOURCE, str, "", lambda answer: _no_source(answer, catalogue)))
    if not source or source in catalogue.sources:
        return Read((source,) if source else ())
    if there := [item.id for item in catalogue.sources.values() if item.url == source]:
        return Read(tuple(there[:1]))
    day = today().isoformat()
    of = "Of which day is the text that was read, such as 2026-08-03 or 2026-08? Or write: undated."
    copy = Question("SOURCE_COPY", of, CopyDate, day, lambda answer: to_come("SOURCE_COPY", answer))
    how = Question("SOURCE_HOW", "Was it read live, or in an archived copy?", ReadHow, ReadHow.LIVE.value)
    title, publisher = answers.one(_TITLE), answers.one(_PUBLISHER)
    lines = {
        "title": title,
        "publisher": publisher,
        "url": source,
        "kind": answers.one(_KIND),
        "copy_read": answers.one(copy),
        "checked": day,
        "how": answers.one(how),
        "language": answers.one(_LANGUAGE),
    }
    name = _free(record, lambda word: word in catalogue.sources)
    entry = "\n".join([f"- id: {name}", *(f"  {field}: {scalar(words)}" for field, words in lines.items())])
    return Read((name,), entry, ((host_of(source), publisher),))


def to_come(name: str, day: str) -> str:
    """Return why a day that has not come yet is no answer to the question ``name``; empty when it has come."""
    come = not day[:4].isdigit() or day <= newest_day().isoformat()
    return "" if come else f"{name}: {day} has not come yet. Write a day that has."


def _no_source(answer: str, catalogue: Catalogue) -> str:
    """Return why ``answer`` is neither a source that is listed nor a link; empty when it is one."""
    if answer in catalogue.sources:
        return ""
    if answer.startswith("http"):
        return why_not(Question("SOURCE", "", Url), answer)
    like = nearest(answer, catalogue.sources, SOURCES_ALIKE)
    return f"SOURCE: data/sources.yml has no '{answer}'{f'; {like}' if like else '.'}"


def _free(record: str, taken: Callable[[str], bool]) -> str:
    names = (f"{record}-source{ending}" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(name for name in names if not taken(name))
