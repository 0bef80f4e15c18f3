"""For whom a route is: one closed vocabulary, for whom it is open and for whom it is closed (rule P5)."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from guide.model.base import Record
from guide.model.fields import LanguageCode
from guide.model.reference import CountryRef


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
    """What somebody does: ``journalist`` publishes, ``land`` defends land or environment, ``defender`` is any other."""

    DEFENDER = "defender"
    JOURNALIST = "journalist"
    LAND = "land"


class Gender(StrEnum):
    """Whom a route names: ``women``, or ``diverse`` for lesbian, gay, bisexual, trans, intersex and queer people."""

    WOMEN = "women"
    DIVERSE = "diverse"


class Closing(Record):
    """For whom a route is closed: one thing that holds is enough. What stands in neither list is left open.

    - ``country``: what happened concerns this country; somebody who fled from it keeps it.
    - ``lives_in``: the person is in this country now.
    - ``region``: the country lies in this part of the world.
    - ``party_to``: the country is a Party to this treaty.
    - ``role``: what the person does.
    - ``gender``: whom the route names.
    - ``exile``: the person is in exile (true), or is not (false).
    """

    country: tuple[CountryRef, ...] = ()
    lives_in: tuple[CountryRef, ...] = ()
    region: tuple[Area, ...] = ()
    party_to: tuple[Treaty, ...] = ()
    role: tuple[Role, ...] = ()
    gender: tuple[Gender, ...] = ()
    exile: bool | None = None

    def given(self) -> tuple[str, ...]:
        """Return the names of the fields that ask something."""
        return tuple(name for name in type(self).model_fields if getattr(self, name) not in ((), None))

    def left(self, names: tuple[str, ...]) -> Self:
        """Return the condition with the fields ``names`` only."""
        return type(self)(**{name: getattr(self, name) for name in names})


class Opening(Closing):
    """For whom alone a route is open: everything that is given must hold, by one value of its list.

    - ``comes_from``: the person comes from this country, wherever she lives.
    - ``language``: a language that the person must speak.

    The other fields are those of ``closed_to``: ``country`` is the country that it concerns, ``lives_in`` where the
    person is now, ``region`` where the country lies, ``party_to`` a treaty of its State, ``role`` what the person does,
    ``gender`` whom the route names, ``exile`` whether the person is in exile.
    """

    comes_from: tuple[CountryRef, ...] = ()
    language: tuple[LanguageCode, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that are named, each once."""
        return tuple(dict.fromkeys((*self.country, *self.comes_from, *self.lives_in)))


#: Open to everybody, closed to nobody.
TO_ALL, TO_NOBODY = Opening(), Closing()
