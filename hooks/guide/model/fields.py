"""Types of fields: links, dates of copies, actions, and references within a platform."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from guide.model.fault import refused
from guide.model.link import IsLink, safe_link
from guide.model.reference import (
    Id,
    RefTo,
)
from guide.model.text import Text
from guide.model.vocabulary import (
    TextKind,
)

#: Longest action of a step, in characters: it must fit one line of a printed sheet (rule S4).
LONGEST_ACTION = 110
#: Most printed steps of a plan, so that its sheet holds on two pages (rule S4).
MOST_PRINTED_STEPS = 30
#: Steps of a pocket sheet (rule S11).
POCKET_STEPS = 6
#: Letters of a date with its day, such as ``2026-08-03``.
_WHOLE_DAY = 10


def _short(text: Text) -> Text:
    if len(text.words) > LONGEST_ACTION:
        raise PydanticCustomError("action_too_long", "{length} characters", {"length": len(text.words)})
    return text


def _copy_date(value: str) -> str:
    if value != "undated" and not re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise PydanticCustomError("copy_date", "'{value}' is no date of a copy", {"value": value})
    if len(value) == _WHOLE_DAY and int(value[8:]) > calendar.monthrange(int(value[:4]), int(value[5:7]))[1]:
        raise PydanticCustomError("copy_date", "'{value}' is a day that no calendar has", {"value": value})
    return value


def _neutral(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(CODE_PATTERN, value):
        raise refused("bad-code", f"'{value}' is no code", 'write a number of one or two digits in quotes: "16"')
    return value


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


#: A link that is safe to follow; whether its host is known is asked in :mod:`guide.checking.hosts`.
Url = Annotated[str, AfterValidator(safe_link), IsLink()]
#: ``2026-08-03``, ``2026-08``, ``2026`` or ``undated``.
CopyDate = Annotated[str, AfterValidator(_copy_date)]
#: A text that must never be shown in an outdated translation.
Strict = Annotated[Text, TextKind.STRICT]
#: What a step says to do, at most :data:`LONGEST_ACTION` characters.
Action = Annotated[Text, AfterValidator(_short)]


@dataclass(frozen=True, slots=True)
class AreShown:
    """Marks words that pages show as they are: labels, titles, names."""


#: Words of a label or a name: at least one letter, no blanks around them.
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AreShown()]
#: An official text, word for word.
LongWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Wordings = Annotated[tuple[Words, ...], BeforeValidator(_one_or_many)]
#: Digits, which cannot say what a threat is; written in one way only, so that no two names look alike.
CODE_PATTERN = r"^(0|[1-9][0-9]?)$"
#: Names the sheets of a threat and stands in the titles of tabs (rule P17).
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN), BeforeValidator(_neutral)]
#: Names a sheet for one kind of reader on every platform: a letter, beside the digits of threats.
SheetCode = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
#: Code of a language, such as ``es``.
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
SurfaceRef = Annotated[Id, RefTo("surface")]
FormRef = Annotated[Id, RefTo("form")]
ProtectionRef = Annotated[Id, RefTo("protection")]
StepRef = Annotated[Id, RefTo("step")]
#: A company, as its platforms name it under ``owner``.
OwnerRef = Annotated[Words, RefTo("owner")]
