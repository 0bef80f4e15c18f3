"""Labels of an app's menus: defined once in the file of the platform, named by their id in its paths.

A label of a platform has its words in each language of the app in which they were seen, and for each of them the
sources (whose date and kind say how old a wording is) and how sure it is:

    labels:
      nude-threat:
        en: Threatening to share my nude images
        es: Amenaza con compartir imágenes mías sin ropa
        seen: {en: [menu-fb], es: [menu-fb-list-es]}
        sure: {es: low}
      threat:
        en: Credible threat to safety
        under: violence
        position: 1
        meaning: una amenaza contra la seguridad
        look_for: amenaza
        seen: {en: [menu-ig], position: [menu-ig]}

A path then says ``path: [{icon: more}, report, violence, threat]``. Where a path names a label it holds a
:class:`NamedLabel`, which :func:`tied` gives the words: whoever reads a path gets labels, and never an id alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from guide.model.base import Record
from guide.model.fault import refused
from guide.model.fields import Wordings
from guide.model.reference import ID_PATTERN, ByName, Id, RefTo, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import Icon

#: Languages in which labels were seen, in the order in which pages list them.
LABEL_LANGUAGES = ("es", "en", "pt", "fr", "ar")
#: The key under ``seen`` for the place of a label in its list.
POSITION = "position"

LabelRef = Annotated[Id, RefTo("label")]


class Sure(StrEnum):
    """How sure a wording is: two sources or Meta's own text, one full copy, or one partial copy."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Worded(Record):
    """Words of an interface, as each language of the app shows them; a language that no source gives stays empty."""

    es: Wordings = ()
    en: Wordings = ()
    pt: Wordings = ()
    fr: Wordings = ()
    ar: Wordings = ()

    def wordings(self, language: str) -> tuple[str, ...]:
        """Return the wordings seen in ``language``; empty when none was."""
        return tuple(getattr(self, language, ()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it was seen."""
        return tuple(code for code in LABEL_LANGUAGES if self.wordings(code))


Seen = Annotated[str, StringConstraints(pattern=rf"^({'|'.join((*LABEL_LANGUAGES, POSITION))})$")]
Tongue = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(LABEL_LANGUAGES)})$")]


class MenuLabel(Worded):
    """A label of a platform. See the module for an example.

    ``seen`` names for each language the sources that show the words, and for ``position`` those that show the order.
    ``sure`` is said only where it is not ``medium``; a wording that is ``low`` never stands without the English one.
    ``position`` counts from 1 in the list of the label ``under`` which it stands, or in the first list of the menu.
    ``meaning`` says in plain words what the label means, for languages in which nobody has seen it. ``look_for`` is
    the word to look for where the list on the screen is another.
    """

    under: LabelRef | None = None
    position: Annotated[int, Field(strict=True, ge=1, le=20)] | None = None
    meaning: Text | None = None
    look_for: Text | None = None
    seen: Mapping[Seen, Annotated[tuple[SourceRef, ...], Field(min_length=1)]]
    sure: Mapping[Tongue, Sure] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> MenuLabel:
        there = set(self.languages)
        if not there:
            raise PydanticCustomError("empty_label", "this label shows neither words nor a sign")
        told = there | ({POSITION} if self.position else set())
        if lacks := sorted(told - set(self.seen)):
            mend = f"add '{lacks[0]}: [id]' under 'seen', with an id from sources.yml"
            raise refused("no-source", f"no source shows this label's '{lacks[0]}'", mend)
        if more := sorted({*self.seen, *self.sure} - told):
            mend = f"add the words under '{more[0]}', or delete it under 'seen' and 'sure'"
            raise refused("seen-nothing", f"this label says how '{more[0]}' was seen, and has none", mend)
        if Sure.LOW in self.sure.values() and (not self.en or self.sure_of("en") is Sure.LOW):
            mend = "add English words of a whole copy: what one partial copy shows stands beside them only"
            raise refused("low-alone", "a wording of this label is 'low' and has no sure English one beside it", mend)
        return self

    def sure_of(self, language: str) -> Sure:
        """Return how sure the words in ``language`` are."""
        return self.sure.get(language, Sure.MEDIUM)


class Label(Worded):
    """A sign without words, or words that stand in one place only, such as the name of a standard."""

    icon: Icon | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Label:
        if not (self.icon or self.languages or isinstance(self, ByName)):
            raise PydanticCustomError("empty_label", "this label shows neither words nor a sign")
        return self


class NamedLabel(Label, ByName):
    """A label that a path names: its id, and once :func:`tied` the label of the platform with its words."""

    kind: ClassVar[str] = "label"
    named: LabelRef
    label: MenuLabel | None = None

    @property
    def name(self) -> str:
        """The id of the label."""
        return self.named

    @classmethod
    def of(cls, name: str, label: MenuLabel | None = None) -> NamedLabel:
        """Return what stands in a path for the label ``name``."""
        words: dict[str, Any] = {code: getattr(label, code) if label else () for code in LABEL_LANGUAGES}
        return cls.model_construct(None, named=name, label=label, icon=None, **words)


def _named(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(ID_PATTERN, value):
        mend = "name a label by its id under 'labels', in lower case, such as 'report'; its words stand there"
        raise refused("bad-id", f"'{value}' is no id", mend)
    return NamedLabel.of(value)


#: What one taps: the id of a label of the platform, or ``{icon: …}``.
PathLabel = Annotated[Label, BeforeValidator(_named, json_schema_input_type=Label | Id)]


def tied(value: Any, labels: Mapping[str, MenuLabel]) -> Any:
    """Return ``value`` with the labels that its paths name; a name that no label has stays without words."""
    if isinstance(value, NamedLabel):
        label = labels.get(value.named)
        return value if label is value.label else NamedLabel.of(value.named, label)
    if isinstance(value, Record):
        changed = {name: _changed(getattr(value, name), labels) for name in type(value).model_fields}
        updates = {name: new for name, new in changed.items() if new is not getattr(value, name)}
        return value.model_copy(update=updates) if updates else value
    return _changed(value, labels)


def _changed(value: Any, labels: Mapping[str, MenuLabel]) -> Any:
    if isinstance(value, Record):
        return tied(value, labels)
    if isinstance(value, Mapping):
        inner = {key: _changed(item, labels) for key, item in value.items()}
        return inner if any(inner[key] is not item for key, item in value.items()) else value
    if isinstance(value, tuple):
        items = tuple(_changed(item, labels) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value
