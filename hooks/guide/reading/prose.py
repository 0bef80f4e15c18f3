"""Hand-written pages, file → record: ``docs/about.md`` is Spanish, ``docs/about.en.md`` its English.

A translation names the digest of the Spanish page that it translates; when that page has changed since, the
translation says so.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from guide.model import Record
from guide.model.fault import Fault, Lines, nearest, refused, relative
from guide.model.fields import LongWords, Words
from guide.model.languages import LANGUAGES, SOURCE
from guide.model.reference import ID_PATTERN
from guide.reading.load import Place, quoted
from guide.reading.validate import validate
from guide.reading.yamlform import decoded, left_behind
from guide.reading.yamltree import parse

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_DIGEST_LENGTH = 12


def _digest(value: str) -> str:
    if not re.fullmatch(rf"[0-9a-f]{{{_DIGEST_LENGTH}}}", value):
        mend = "take it over from the fault that is printed when the field is left out"
        raise refused("front-matter", f"'{value}' is no digest of a page", mend)
    return value


class FrontMatter(Record):
    """What stands between the two lines of hyphens at the top of a hand-written page.

    ``tab`` is its neutral name in a browser's tab (rule P17); ``words`` are those it is found by; ``translates``
    stands in translations only.
    """

    title: Words
    tab: Words
    description: LongWords
    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)] = ""
    checked: dt.date
    translates: Annotated[str, AfterValidator(_digest)] | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page in one language; ``body_line`` is the line of the file that the body starts on."""

    name: str
    language: str
    file: str
    front: FrontMatter
    place: Place
    body: str
    body_line: int
    digest: str

    @property
    def places(self) -> frozenset[str]:
        """The ids of its headings, which links may name after ``#``."""
        return frozenset(re.findall(r"^#+ .*\{#([a-z0-9-]+)", self.body, re.MULTILINE))


@dataclass(frozen=True, slots=True)
class ProseFolder:
    """The hand-written pages of a folder by name and code of language, their lines, and the faults of their form."""

    pages: Mapping[tuple[str, str], Prose]
    lines: Lines
    faults: tuple[Fault, ...]

    def names(self) -> list[str]:
        """Return the names of the pages, in order; each has a page in the source language."""
        return sorted(name for name, code in self.pages if code == SOURCE)


def read_prose(docs: Path) -> ProseFolder:
    """Return the pages in ``docs``, as far as their form is right, and every fault of it."""
    faults: list[Fault] = []
    lines = Lines()
    pages: dict[tuple[str, str], Prose] = {}
    paths = [path for path in sorted(docs.glob("*.md")) if not left_behind(path)]
    spanish = {path.stem for path in paths if "." not in path.stem}
    for path in paths:
        file = relative(path, docs)
        if not path.resolve().is_relative_to(docs.resolve()):
            message, mend = "this link leads out of the folder of pages", "put the file itself here"
            faults.append(Fault(file, 1, 1, "symlink", message, mend))
            continue
        name, _, code = path.stem.partition(".")
        if found := _fault_of_name(name, code, spanish):
            faults.append(Fault(file, 1, 1, *found))
            continue
        page, found_inside = _page(path.read_bytes(), file, name, code or SOURCE, lines)
        faults += found_inside
        if page:
            pages[name, page.language] = page
    for (name, code), page in pages.items():
        faults += _faults_of_translation(page, pages.get((name, SOURCE)) if code != SOURCE else None)
    return ProseFolder(pages, lines, tuple(quoted(faults, lines)))


def _fault_of_name(name: str, code: str, spanish: set[str]) -> tuple[str, str, str] | None:
    """Return rule, message and mend for a file whose name is no page's."""
    if not re.match(ID_PATTERN, name):
        return "bad-id", f"'{name}' is no name of a page", "short English words in lower case, joined by hyphens"
    if code and (code not in LANGUAGES or code == SOURCE):
        mend = nearest(code, set(LANGUAGES) - {SOURCE}) or f"name it {name}.md, or {name}.en.md for its English"
        return "unknown-file", f"'{code}' is no language that pages are translated into", mend
    if code and name not in spanish:
        return "unknown-file", f"it translates {name}.md, which is not there", f"restore {name}.md, or delete this"
    return None


def _page(raw: bytes, file: str, name: str, code: str, lines: Lines) -> tuple[Prose | None, list[Fault]]:
    lines.keep(file, raw.decode("utf-8", "replace"))
    text, faults = decoded(raw, file)
    if faults:
        return None, faults
    text = text.replace("\r\n", "\n")
    found = _FRONT.match(text)
    if not found:
        mend = "start with a line '---', then title, tab, description and checked, then a line '---'"
        return None, [Fault(file, 1, 1, "front-matter", "this page has no front matter", mend)]
    # An empty line stands for that of hyphens, so that lines are counted as in the file.
    document, faults = parse(f"\n{found.group(1)}\n", file)
    front = validate(FrontMatter, document, faults) if document else None
    if document is None or front is None:
        return None, faults
    body = found.group(2)
    skipped = len(body) - len(body.lstrip("\n"))
    return Prose(
        name,
        code,
        file,
        front,
        Place(document),
        body.lstrip("\n"),
        found.group(1).count("\n") + 4 + skipped,
        hashlib.sha256(body.strip().encode()).hexdigest()[:_DIGEST_LENGTH],
    ), faults


def _faults_of_translation(page: Prose, spanish: Prose | None) -> list[Fault]:
    if page.language == SOURCE:
        if page.front.translates is None:
            return []
        message = "a page in Spanish translates none"
        return [page.place.fault(("translates",), "unknown-field", message, "delete it", key=True)]
    if page.front.translates is None and spanish:
        message = "this translation does not say which text it translates"
        mend = f"once it says what {spanish.file} says, add 'translates: {spanish.digest}'"
        return [page.place.fault((), "missing-field", message, mend)]
    if spanish and page.body.strip() == spanish.body.strip():
        message = f"this page says word for word what {spanish.file} says"
        return [
            page.place.fault((), "untranslated-copy", message, "translate it, or delete it: the other then stands in")
        ]
    return []
