"""What pages and sheets say of the guide itself: edition, tests, state of the translation, independence, licence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from guide.deciding.freshness import contacts_of
from guide.deciding.how_tested import HowTested, how_tested
from guide.model import Catalogue, Contact
from guide.model.languages import Language, written_date
from guide.model.text import Text, plain
from guide.model.vocabulary import Edition
from guide.reading.stamp import Stamp

_EDITION_LINES = {
    HowTested.NONE: "edition-working",
    HowTested.SOME: "edition-working-some",
    HowTested.ALL: "edition-working-all",
}
_CONTACT_LINES = {HowTested.NONE: "contacts-none", HowTested.SOME: "contacts-some"}


class WithContacts(Protocol):
    """A route or a line."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Ways to write to it or call it."""
        ...


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is said of the guide itself.

    Attributes:
        edition: whether its contacts are all tested.
        draft: no named person has reviewed the translation.
        private: this build holds private numbers.
        stamp: which state of the guide it is; pages and read-mes say it, sheets do not.
    """

    edition: Edition = Edition.WORKING
    draft: bool = False
    private: bool = False
    stamp: Stamp | None = None

    @property
    def working(self) -> bool:
        """Whether this is the edition whose contacts are not all tested (rule P1)."""
        return self.edition is Edition.WORKING

    def how_tested(self, catalogue: Catalogue) -> HowTested:
        """Return how far the contacts of the whole guide are tested, an organisation's own among them."""
        contacts = (contact for _, contact in contacts_of(catalogue))
        return how_tested(contacts, own=self.private)

    def edition_line(self, catalogue: Catalogue) -> tuple[Text, ...]:
        """Return the line of the edition that stands on every page and sheet; none in the public edition."""
        return (catalogue.interface[_EDITION_LINES[self.how_tested(catalogue)]],) if self.working else ()

    def contact_line(self, catalogue: Catalogue, routes: Iterable[WithContacts]) -> tuple[Text, ...]:
        """Return what holds for the contacts of ``routes``; nothing where all are tested, or in the public edition.

        The public edition is refused while a contact of the urgent page is not tested; each other says so itself.
        """
        contacts = (contact for route in routes for contact in route.contacts)
        name = _CONTACT_LINES.get(how_tested(contacts, own=self.private))
        return (catalogue.interface[name],) if name and self.working else ()

    def each_tells(self, routes: Iterable[WithContacts]) -> bool:
        """Return whether readers must look at each contact of ``routes``: some are tested and some are not."""
        contacts = (contact for route in routes for contact in route.contacts)
        return self.working and how_tested(contacts, own=self.private) is HowTested.SOME

    def before_lines(self, catalogue: Catalogue, routes: Iterable[WithContacts], words: Callable[[Text], str]) -> str:
        """Return what a sheet says of who helps: whether the contacts are tested, and what comes first."""
        return " ".join(map(words, (*self.contact_line(catalogue, routes), catalogue.urgent.lines_intro)))

    def lines(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return the lines at the end of a sheet."""
        names = (*(("translation-draft",) if self.draft else ()), "independent", "licence")
        return tuple(plain(catalogue.interface[name].runs) for name in names)

    def stamp_words(self, catalogue: Catalogue, language: Language) -> str:
        """Return version, commit and day in a sentence, in ``language``; empty where the version is not known."""
        stamp = self.stamp
        if not stamp or not stamp.version:
            return ""
        values = {"number": stamp.version, "name": stamp.short, "date": written_date(str(stamp.day), language.code)}
        names = ("stamp-commit" if stamp.commit else "stamp", *(("stamp-changed",) if stamp.changed else ()))
        return " ".join(plain(catalogue.interface[name].runs, values) for name in names)


#: What is said where nobody says otherwise: the working edition, without private numbers.
USUAL = Imprint()
