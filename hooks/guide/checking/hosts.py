"""Where links lead: to hosts of the list that a reviewer sees, by no detour, and telling nobody who followed them.

The list is ``data/hosts.yml``. A record that names a new host does not put it there by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from guide.model import Catalogue, Contact, Hosts
from guide.model.fault import Fault, Refusal, nearest
from guide.model.link import IsLink, host_of, why_no_link
from guide.model.text import RunKind, Text, plain, walk_runs
from guide.model.vocabulary import ContactKind
from guide.model.walk import Loc, leaves, records
from guide.reading.load import Loaded, Place

LIST = "data/hosts.yml"
#: An address in a hand-written page, up to what ends it.
_IN_PROSE = re.compile(r"https://[^\s)>\]\"']+")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a record and where it stands; those of texts have not been looked at yet."""

    url: str
    loc: Loc
    in_text: bool


#: Words that are an address: letters, a point, letters.
_IS_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")


def listed_hosts(catalogue: Catalogue) -> set[str]:
    """Return the hosts that links may lead to."""
    return {entry.host for entry in catalogue.hosts.hosts}


def links(record: Any) -> Iterator[Link]:
    """Yield every link of ``record``: of fields, of forms among contacts, and of texts."""
    for leaf in leaves(record):
        if any(isinstance(mark, IsLink) for mark in leaf.marks):
            yield Link(str(leaf.value), leaf.loc, in_text=False)
        elif isinstance(leaf.value, Text):
            for run in walk_runs(leaf.value.runs):
                if run.kind is RunKind.LINK and run.target.startswith("https:"):
                    yield Link(run.target, leaf.loc, in_text=True)
    for loc, found in records(record):
        if isinstance(found, Contact) and found.kind is ContactKind.FORM:
            yield Link(found.value, (*loc, "value"), in_text=False)


def prose_hosts(docs: Path) -> set[str] | None:
    """Return the hosts that hand-written pages link to; ``None`` where there is no folder of them."""
    if not docs.is_dir():
        return None
    return {
        host_of(url)
        for path in docs.glob("*.md")
        for url in _IN_PROSE.findall(path.read_text(encoding="utf-8", errors="replace"))
        if why_no_link(url) is None
    }


def check_hosts(loaded: Loaded, in_prose: set[str] | None) -> Iterator[Fault]:
    """Yield links that may not stand, and entries of the list that nothing uses.

    Args:
        loaded: the data.
        in_prose: hosts that hand-written pages link to; ``None`` where they are not known, and then no entry is
            called unused.
    """
    hosts: Hosts = loaded.catalogue.hosts
    listed = listed_hosts(loaded.catalogue)
    used: set[str] = set(in_prose or ())
    for _, _, record, place in loaded.records():
        yield from _check_words(record, place)
        for link in links(record):
            if link.in_text and (refusal := why_no_link(link.url)):
                yield place.fault(link.loc, *refusal)
                continue
            used.add(host_of(link.url))
            yield from _check_link(link, hosts, listed, place)
    yield from _check_list(hosts, used if in_prose is not None else None, loaded.places)


def _check_words(record: Any, place: Place) -> Iterator[Fault]:
    """Yield links whose words are the address of somebody else: a reader goes by what she reads."""
    for leaf in leaves(record):
        for run in walk_runs(leaf.value.runs) if isinstance(leaf.value, Text) else ():
            if run.kind is RunKind.LINK and run.target.startswith("https:"):
                words = plain(run.children).strip().casefold().removeprefix("https://").removeprefix("www.")
                host = host_of(run.target).removeprefix("www.")
                if _IS_HOST.fullmatch(words.split("/")[0]) and words.split("/")[0] != host:
                    message = f"the words '{words}' name another host than the link, which leads to '{host}'"
                    yield place.fault(leaf.loc, "link-target", message, "write in words whose site it is")


def _check_link(link: Link, hosts: Hosts, listed: set[str], place: Place) -> Iterator[Fault]:
    if refusal := hosts.why_not(link.url) or why_unlisted(host_of(link.url), listed):
        yield place.fault(link.loc, *refusal)


def why_unlisted(host: str, listed: set[str]) -> Refusal | None:
    """Return why a link may not lead to ``host``; ``None`` when it is one of ``listed``."""
    if host in listed:
        return None
    like = nearest(host, listed)
    mend = f"{like} If not, add it to {LIST} with whose it is" if like else f"add it to {LIST} with whose it is"
    return Refusal("unlisted-host", f"the host '{host}' is not on the list", mend)


def _check_list(hosts: Hosts, used: set[str] | None, places: Mapping[tuple[str, str], Place]) -> Iterator[Fault]:
    place = places["hosts", ""]
    for name in ("hosts", "shorteners", "tracking"):
        entries = [getattr(entry, "host", entry) for entry in getattr(hosts, name)]
        for position, (before, entry) in enumerate(pairwise(entries), 1):
            if before >= entry:
                message = f"'{entry}' stands twice" if before == entry else f"'{entry}' stands after '{before}'"
                yield place.fault((name, position), "host-order", message, "keep the list in alphabetical order")
    for position, known in enumerate(hosts.hosts):
        if hosts.why_not(f"https://{known.host}/"):
            message = f"'{known.host}' is a shortener"
            yield place.fault(("hosts", position), "hidden-target", message, "link to the page itself")
        elif used is not None and known.host not in used:
            message = f"nothing links to '{known.host}'"
            yield place.fault(("hosts", position), "unused-host", message, "delete the entry")
