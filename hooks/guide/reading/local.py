"""Numbers that an organisation has tested itself (rule P2): a private file, printed by its own builds only.

The file is ``local.yml`` beside ``mkdocs.yml`` (git ignores it); ``local.example.yml`` shows it. Nothing reads it
unless the environment names it: ``make site LOCAL=local.yml``.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from pydantic import Field, ValidationInfo, field_validator

from guide.model import Record
from guide.model.clock import today
from guide.model.contact import Testers, checked_value, only_for_numbers
from guide.model.fault import DataError, Fault, Lines
from guide.model.fields import Words
from guide.model.hosts import Hosts
from guide.model.reference import Id
from guide.model.vocabulary import ContactKind
from guide.reading.load import Place
from guide.reading.validate import validate
from guide.reading.yamltree import read


class LocalNumber(Record):
    """A number of an organisation's own: what it is, its limit in one line, when and by whom it was tested.

    ``by`` holds codes of the people who tested it; only how many they are is ever printed.
    """

    id: Id
    name: Words
    kind: ContactKind
    from_: str | None = Field(default=None, alias="from")
    value: Words
    limit: Words
    tested: dt.date
    by: Testers

    @field_validator("from_")
    @classmethod
    def _of_numbers(cls, value: str | None, info: ValidationInfo) -> str | None:
        return only_for_numbers(value, info)

    @field_validator("value")
    @classmethod
    def _of_its_kind(cls, value: str, info: ValidationInfo) -> str:
        return checked_value(value, info)


def local_file(root: Path) -> Path | None:
    """Return the private file that the environment names (``LOCAL``), or ``None``."""
    name = os.environ.get("LOCAL")
    return (root / name) if name else None


def read_local(root: Path, hosts: Hosts | None = None) -> tuple[LocalNumber, ...]:
    """Return the private numbers; none unless the environment names the file.

    A form may stand on a host of the organisation's own, but neither behind a shortener of ``hosts`` nor tracked.

    Raises:
        DataError: when the file is missing or has faults.
    """
    path = local_file(root)
    if path is None:
        return ()
    if not path.is_file():
        raise DataError([Fault(path.name, 1, 1, "missing-file", "LOCAL names a file that is not there", "make it")])
    document, faults = read(path, path.name)
    numbers = validate(tuple[LocalNumber, ...], document, faults) if document else None
    for position, number in enumerate(numbers or ()):
        if document and number.tested > today() + dt.timedelta(days=1):
            place = Place(document)
            message, mend = f"{number.tested} has not come yet", "write the day of the test"
            faults.append(place.fault((position, "tested"), "future-date", message, mend))
        if document and hosts and number.kind is ContactKind.FORM and (refusal := hosts.why_not(number.value)):
            faults.append(Place(document).fault((position, "value"), *refusal))
    if faults:
        lines = Lines()
        lines.keep(path.name, document.text if document else path.read_bytes().decode("utf-8", "replace"))
        raise DataError(
            Fault(f.file, f.line, f.column, f.rule, f.message, f.mend, f.quoted or lines.quote(f.file, f.line))
            for f in faults
        )
    return tuple(numbers or ())
