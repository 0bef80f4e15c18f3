"""What may be said of several contacts at once: nobody has tested them, some are tested, or all are (rule P1)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from guide.model import Contact
from guide.model.contact import TRIED_BY_SOMEBODY
from guide.model.vocabulary import Known


class HowTested(StrEnum):
    """``none``: nobody has tried one of them. ``all``: each was tested live. ``some``: anything between."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


def how_tested(contacts: Iterable[Contact], *, own: bool = False) -> HowTested:
    """Return how far ``contacts`` are tested; ``own`` when an organisation's own, tested numbers stand beside them."""
    known = {contact.known for contact in contacts}
    if known == {Known.LIVE}:
        return HowTested.ALL
    return HowTested.SOME if own or known & TRIED_BY_SOMEBODY else HowTested.NONE
