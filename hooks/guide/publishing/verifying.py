"""Whether a published site is the one that is built here: file by file, against what stands in our own folder.

The published list of digests only names files. What counts is what the server hands out, compared with our own bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.publishing import build_record, sums
from guide.publishing.build_record import BadRecord, BuildRecord
from guide.publishing.published import Published
from guide.publishing.sums import BadSums

#: Bytes that a list and a record may have.
MOST_OF_LIST, MOST_OF_RECORD = 4_000_000, 64_000


class NotComparable(Exception):
    """Two sites that are not meant to be the same, or one that says nothing of itself; the message has a way on."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a published site has otherwise; paths, sorted.

    Attributes:
        differs: files whose bytes are others than ours.
        missing: files of ours that are not there.
        besides: files that are there, or that its list names, and that ours does not have.
        listed_wrong: files whose digest in its own list is not that of what it hands out.
    """

    differs: tuple[str, ...]
    missing: tuple[str, ...]
    besides: tuple[str, ...]
    listed_wrong: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield a line for each, to print; none when there is no difference."""
        words = {"differs": self.differs, "missing": self.missing, "besides": self.besides}
        for word, paths in (words | {"listed wrong": self.listed_wrong}).items():
            yield from (f"{word:12}  {path}" for path in paths)


def compare(published: Published, site: Path) -> Difference:
    """Return what ``published`` has otherwise than the built ``site``.

    Raises:
        NotComparable: when either says nothing of itself, or they were made from different things.
        Unreachable: when a file cannot be read.
    """
    theirs = _their_record(published)
    _same_or_refuse(theirs, _own_record(site, theirs))
    listed = _their_list(published)
    own = sums.digests_of(site)
    differs, missing, wrong = [], [], []
    for path, digest in own.items():
        content = published.read(path, (site / path).stat().st_size)
        if content is None:
            missing.append(path)
            continue
        found = hashlib.sha256(content).hexdigest()
        if found != digest:
            differs.append(path)
        if listed.get(path) != found:
            wrong.append(path)
    besides = sorted({*listed, *published.unlisted()} - set(own))
    return Difference(tuple(differs), tuple(missing), tuple(besides), tuple(wrong))


def _their_record(published: Published) -> BuildRecord:
    content = published.read(build_record.NAME, MOST_OF_RECORD)
    if content is None:
        raise NotComparable(f"There is no {build_record.NAME} that says what the published site was built from.")
    try:
        record = build_record.read_record(content.decode(errors="replace"))
    except BadRecord as error:
        raise NotComparable(f"Published: {error}") from None
    if record.changed or not record.commit:
        raise NotComparable(
            "The published site says that it was not built from a commit alone: nobody can build it again."
        )
    return record


def _own_record(site: Path, theirs: BuildRecord) -> BuildRecord:
    file = site / build_record.NAME
    if not file.is_file():
        raise NotComparable(f"There is no site in {site.name}/ to compare with. {_how(theirs)}")
    try:
        return build_record.read_record(file.read_text(encoding="utf-8"))
    except BadRecord as error:
        raise NotComparable(f"{site.name}/: {error}") from None


def _same_or_refuse(theirs: BuildRecord, ours: BuildRecord) -> None:
    if theirs == ours:
        return
    names = ("version", "commit", "changed", "epoch", "settings")
    other = ", ".join(name for name in names if getattr(theirs, name) != getattr(ours, name))
    raise NotComparable(f"The site here was built from something else ({other}). {_how(theirs)}")


def _how(theirs: BuildRecord) -> str:
    return f"Build the same first:\n\n  git checkout {theirs.commit}\n  {build_record.command(theirs)}"


def _their_list(published: Published) -> dict[str, str]:
    content = published.read(sums.NAME, MOST_OF_LIST)
    if content is None or len(content) > MOST_OF_LIST:
        raise NotComparable(f"There is no {sums.NAME} of a published site, or it has no end.")
    try:
        return sums.read_sums(content.decode(errors="replace"))
    except BadSums as error:
        raise NotComparable(f"Published: {error}") from None
