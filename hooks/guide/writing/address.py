"""Addresses as pieces of their own, which paper sets whole and messages write whole; words never hold one."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model.vocabulary import ContactKind
from guide.writing import step_view


@dataclass(frozen=True, slots=True)
class Address:
    """What a reader types or dials: ``shown`` is printed, ``url`` is where a link on it leads, empty for a number."""

    shown: str
    url: str = ""

    @classmethod
    def of_site(cls, url: str) -> Address:
        """Return the address of a site, shown as people read it."""
        return cls(step_view.shown_address(url), url)

    @classmethod
    def of_contact(cls, kind: ContactKind, value: str) -> Address:
        """Return the address of a contact. A number is no link: on paper nobody taps it by mistake (rule P33)."""
        match kind:
            case ContactKind.FORM:
                return cls.of_site(value)
            case ContactKind.EMAIL:
                return cls(value, f"mailto:{value}")
            case _:
                return cls(value)

    @property
    def written(self) -> str:
        """As plain text gives it: a site with ``https://``, so that no messenger has to guess where it leads."""
        return self.url if self.url.startswith("https://") else self.shown
