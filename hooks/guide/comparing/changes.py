"""Two lists of what is held → what was added, altered and removed, and whether the proof was renewed with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from guide.comparing.held import REACHED, Held, Proof


@dataclass(frozen=True, slots=True)
class Change:
    """What stood there, what stands there now; one of them is missing where it was added or removed."""

    old: Held | None
    new: Held | None

    @property
    def kind(self) -> str:
        """The word for it in the table."""
        if self.old is None:
            return "added"
        return "altered" if self.new else "removed"

    @property
    def at(self) -> Held:
        """What is shown as its place: the new one where there is one."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def day(self) -> str:
        """Whether the day of the check was renewed."""
        return self._said(lambda proof: proof.day, newer=True)

    @property
    def source(self) -> str:
        """Whether the sources, or what is known of them, are others."""
        return self._said(lambda proof: proof.sources, newer=False)

    @property
    def unproved(self) -> bool:
        """Whether it changed without a new date and source: somebody has to say how it is known."""
        if self.new is None:
            return False
        if "same" in (self.day, self.source) or "earlier" in (self.day, self.source):
            return True
        return self.new.what in REACHED and self.new.proof == Proof()

    def _said(self, part: Callable[[Proof], str | frozenset[str] | None], *, newer: bool) -> str:
        new = part(self.new.proof) if self.new else None
        old = part(self.old.proof) if self.old else None
        if self.new is None or new is None:
            return "none"
        if self.old is None or old is None:
            return "new"
        if new == old:
            return "same"
        return "earlier" if newer and str(new) < str(old) else "new"


def changes(old: Iterable[Held], new: Iterable[Held]) -> list[Change]:
    """Return what differs, by file and line.

    What has its place in both is compared there. Of the rest, what was taken from a record and what was put into it
    are one change where they are of one kind: a new id makes no new contact of an altered one.
    """
    gone, come = _without_same(list(old), list(new))
    found = []
    for key in (_by_place, _by_record):
        pairs = _paired(gone, come, key)
        found += [Change(before, after) for before, after in pairs if not _moved(before, after)]
        for before, after in pairs:
            gone.remove(before)
            come.remove(after)
    found += [Change(one, None) for one in gone]
    found += [Change(None, one) for one in come]
    return sorted(found, key=lambda change: (change.at.file, change.at.line, change.at.path, change.at.value))


def _by_place(held: Held) -> tuple[str, ...]:
    return (held.record, *held.path)


def _by_record(held: Held) -> tuple[str, ...]:
    return (held.record, held.what.value)


def _moved(before: Held, after: Held) -> bool:
    """Return whether a value only stands somewhere else in its record."""
    return (before.what, before.value) == (after.what, after.value)


def _same(held: Held) -> tuple[str, ...]:
    return (*_by_place(held), held.what.value, held.value)


def _without_same(old: list[Held], new: list[Held]) -> tuple[list[Held], list[Held]]:
    """Return both lists without what stands in both at the same place, as often as it stands in both."""
    common = Counter(map(_same, old)) & Counter(map(_same, new))
    return list(_rest(old, common.copy())), list(_rest(new, common.copy()))


def _rest(held: list[Held], common: Counter[tuple[str, ...]]) -> Iterator[Held]:
    for one in held:
        if common[_same(one)]:
            common[_same(one)] -= 1
        else:
            yield one


def _paired(gone: list[Held], come: list[Held], key: Callable[[Held], tuple[str, ...]]) -> list[tuple[Held, Held]]:
    waiting: defaultdict[tuple[str, ...], list[Held]] = defaultdict(list)
    for one in gone:
        waiting[key(one)].append(one)
    return [(waiting[key(one)].pop(0), one) for one in come if waiting[key(one)]]
