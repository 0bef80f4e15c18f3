"""Contacts that stand inside texts instead of in a field of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from guide.model import Catalogue, Contact, Route, Step
from guide.model.fault import Fault
from guide.model.loose_contacts import loose_contacts
from guide.model.walk import Leaf, Loc
from guide.reading.load import Place

#: Fields whose texts are searched and not read: there a short number helps to find a page.
_SEARCHED = "words"


def official_sites(catalogue: Catalogue) -> frozenset[str]:
    """Return the hosts of the official sites of routes: bodies such as StopNCII.org are called as their site is."""
    hosts = {urlsplit(route.site).hostname or "" for route in catalogue.routes.values() if route.site}
    return frozenset({*hosts, *(host.removeprefix("www.") for host in hosts)})


def check_contacts(
    leaf: Leaf, record: Any, place: Place, official: Collection[str], hosts: Collection[str]
) -> Iterator[Fault]:
    """Yield the contacts in a text.

    Args:
        leaf: the text.
        record: the record that it belongs to, whose own contacts it may repeat.
        place: where the record stands.
        official: hosts that are names of bodies, see :func:`official_sites`.
        hosts: hosts that links may lead to; a text may say what a link to one of them looks like (``…/p/…``).
    """
    for found in loose_contacts(leaf.value.words, _own(record, leaf.loc), short=leaf.loc[-1] != _SEARCHED):
        if found.casefold() in official or (found.endswith("…") and _is_listed(found.split("/")[0], hosts)):
            continue
        yield place.fault(
            leaf.loc,
            "contact-in-text",
            f"'{found}' stands inside a text",
            "phones, addresses, accounts and links have fields of their own, with their date and source",
        )


def check_words(leaf: Leaf, place: Place, official: Collection[str], hosts: Collection[str]) -> Iterator[Fault]:
    """Yield the contacts in a label, a title or a name.

    Titles of sources name laws by their numbers and papers by their sites, so only what can be nothing else counts.
    """
    for found in loose_contacts(str(leaf.value), short=False):
        host = found.split("/")[0].casefold()
        sure = found.startswith("+") or "@" in found or "://" in found
        if leaf.loc[-1] == "by_hand" or host in official or _is_listed(host, hosts) or not (sure or _is_label(leaf)):
            continue
        yield place.fault(
            leaf.loc,
            "contact-in-text",
            f"'{found}' stands in words that pages show",
            "write the words alone; addresses and numbers have fields of their own",
        )


def _is_label(leaf: Leaf) -> bool:
    return any(part in ("labels", "path", "standard") for part in leaf.loc)


def _is_listed(host: str, hosts: Collection[str]) -> bool:
    host = host.casefold()
    return any(known == host or known.endswith(f".{host}") for known in hosts)


def _own(record: Any, loc: Loc) -> list[str]:
    """Return what the records around ``loc`` hold in fields: there it has its date and its source."""
    values: list[str] = []
    here = record
    for part in loc:
        if isinstance(here, Route):
            values += [contact.value for contact in here.contacts]
        elif isinstance(here, Contact):
            values.append(here.value)
        elif isinstance(here, Step) and here.by_hand:
            values.append(here.by_hand)
        here = getattr(here, str(part)) if isinstance(here, BaseModel) else here[part]
    return values
