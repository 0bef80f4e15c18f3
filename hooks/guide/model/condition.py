"""For whom something is, and when it holds: one closed vocabulary for routes, names, actions, rules and questions.

``open_to`` and ``closed_to`` of what is offered, and ``when`` of rules, their items and questions, take the same
fields; :mod:`guide.deciding.openness` alone says what they mean (rules P4, P5).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field

from guide.model.base import Record
from guide.model.fault import nearest, refused
from guide.model.fields import LanguageCode
from guide.model.reference import PlaceRef
from guide.model.situation import SITUATION, Dimension


class Area(StrEnum):
    """Where a country lies: the Americas, Europe, Oceania, or (``mena``) where people speak Arabic."""

    AMERICAS = "americas"
    EUROPE = "europe"
    OCEANIA = "oceania"
    MENA = "mena"


class Treaty(StrEnum):
    """A treaty whose States Parties alone a body deals with.

    ``escazu`` is the Escazú Agreement on environmental defenders, in the region of the UN commission ECLAC.
    """

    ESCAZU = "escazu"


class Role(StrEnum):
    """What somebody does; a person who does several things answers by what she is attacked for.

    - ``journalist`` publishes what happens.
    - ``land`` defends land, environment or an indigenous people.
    - ``lawyer`` is a lawyer, a judge or a prosecutor.
    - ``politics`` holds a public office, or stands for one.
    - ``defender`` is any other.
    """

    DEFENDER = "defender"
    JOURNALIST = "journalist"
    LAND = "land"
    LAWYER = "lawyer"
    POLITICS = "politics"


class Gender(StrEnum):
    """Whom a route names: ``women``, or ``diverse`` for lesbian, gay, bisexual, trans, intersex and queer people."""

    WOMEN = "women"
    DIVERSE = "diverse"


class Condition(Record):
    """A condition: the fields that are given ask something; what is not given is asked of nobody."""

    @cached_property
    def asks(self) -> tuple[tuple[str, Any], ...]:
        """The fields that ask something, with their values."""
        fields = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, value) for name, value in fields if value not in ((), None) and name != "not_")

    def given(self) -> tuple[str, ...]:
        """Return the names of the fields that ask something."""
        return tuple(name for name, _ in self.asks)

    def left(self, names: tuple[str, ...]) -> Self:
        """Return the condition with the fields ``names`` only."""
        return type(self)(**{name: getattr(self, name) for name in names})


class Closing(Condition):
    """For whom something is closed: one thing that holds is enough. What stands in neither list is left open."""

    #: What happened concerns this country; somebody who fled from it keeps it.
    country: tuple[PlaceRef, ...] = ()
    #: The person is in this country now.
    lives_in: tuple[PlaceRef, ...] = ()
    #: The country lies in this part of the world.
    region: tuple[Area, ...] = ()
    #: The country is a Party to this treaty.
    party_to: tuple[Treaty, ...] = ()
    #: What the person does.
    role: tuple[Role, ...] = ()
    #: Whom the route names: women, or LGBTIQ+ people.
    gender: tuple[Gender, ...] = ()
    #: The person is in exile (true), or is not (false).
    exile: bool | None = None


class Opening(Closing):
    """For whom alone something is open: everything that is given must hold, by one value of its list."""

    #: The person comes from this country, wherever she lives.
    comes_from: tuple[PlaceRef, ...] = ()
    #: A language that the person must speak.
    language: tuple[LanguageCode, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that are named, each once."""
        return tuple(dict.fromkeys((*self.country, *self.comes_from, *self.lives_in)))


#: Open to everybody, closed to nobody.
TO_ALL, TO_NOBODY = Opening(), Closing()


def _one_of(dimension: Dimension) -> Callable[[str], str]:
    known = SITUATION[dimension]

    def check(value: str) -> str:
        if value not in known:
            mend = nearest(value, set(known)) or f"known: {', '.join(known)}"
            raise refused("unknown-value", f"'{value}' is no value of '{dimension}'", mend)
        return value

    return check


def _values(dimension: Dimension) -> Any:
    return Field(json_schema_extra={"enum": list(SITUATION[dimension])})


Danger = Annotated[str, AfterValidator(_one_of(Dimension.DANGER)), _values(Dimension.DANGER)]
What = Annotated[str, AfterValidator(_one_of(Dimension.HAPPENED)), _values(Dimension.HAPPENED)]
Said = Annotated[str, AfterValidator(_one_of(Dimension.ANSWER)), _values(Dimension.ANSWER)]
Safe = Annotated[str, AfterValidator(_one_of(Dimension.SAFE)), _values(Dimension.SAFE)]
Where = Annotated[str, AfterValidator(_one_of(Dimension.WHERE)), _values(Dimension.WHERE)]
Need = Annotated[str, AfterValidator(_one_of(Dimension.NEED)), _values(Dimension.NEED)]


class Situated(Opening):
    """Everything that can be asked of a situation: for whom it is, what happened, and what is safe."""

    #: Whether somebody is in danger today.
    danger: tuple[Danger, ...] = ()
    #: What happened, as the second tree asks it.
    happened: tuple[What, ...] = ()
    #: What the platform said.
    answer: tuple[Said, ...] = ()
    #: Whether it is safe that the State learns of it.
    safe: tuple[Safe, ...] = ()
    #: Where the person, her family and the aggressor are.
    where: tuple[Where, ...] = ()
    #: What else the person needs: money, or to be listened to.
    need: tuple[Need, ...] = ()


class When(Situated):
    """A condition of a rule, an item or a question: all that is given must hold, and nothing that stands in ``not``."""

    not_: Situated = Field(default=Situated(), alias="not")
