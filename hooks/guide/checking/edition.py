"""What an edition refuses (rules P1 and P21).

The working edition says on every page that its contacts are not all tested. A public edition is not built while a
contact on the urgent page or on paper lacks a live check inside its interval, nor while a language lacks a current
translation of a warning, a guard or a stop list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.deciding.freshness import contact_due
from guide.deciding.printed import routes_on_paper
from guide.model.clock import today
from guide.model.fault import Fault
from guide.model.vocabulary import Edition, Known
from guide.reading.load import Loaded
from guide.translating.translation import Translation


def refuse(loaded: Loaded, translations: Mapping[str, Translation], edition: Edition) -> list[Fault]:
    """Return why ``edition`` may not be built; nothing for the working edition."""
    if edition is not Edition.PUBLIC:
        return []
    return [*_untested(loaded), *_unwarned(loaded, translations)]


def _untested(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    for route in routes_on_paper(catalogue):
        place = loaded.places["routes", route.id]
        for position, contact in enumerate(route.contacts):
            if contact.known is Known.LIVE and today() <= contact_due(contact, catalogue):
                continue
            yield place.fault(
                ("contacts", position),
                "untested-contact",
                f"contact '{contact.id}' is on the urgent page or on paper, and no two people have tested it lately",
                "let two people test it (make contacts-due); then write known: live, tested, by, and delete copy_read",
            )


def _unwarned(loaded: Loaded, translations: Mapping[str, Translation]) -> Iterator[Fault]:
    for code, translation in translations.items():
        for message in translation.not_current(loaded, strict=True):
            yield Fault(
                message.file,
                message.line,
                1,
                "outdated-warning",
                f"the {code} translation of this warning is missing or out of date",
                f"renew it in data/locales/{code}.po",
            )
