"""What a translation may not do to its text: lose what must stay, or say what the Spanish text does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from guide.model.fault import Fault
from guide.model.loose_contacts import loose_contacts
from guide.model.signs import invisible
from guide.model.text import RunKind, TextFault, parse, skeleton, walk_runs
from guide.translating.translation import Entry, Translation

#: Signs of an address or an account.
_LEADS = re.compile(r"[@:/]|[^\W\d_]\.[^\W\d_]")
#: Texts that platforms of several companies show (see :mod:`guide.checking.owners`).
_SHARED = ("threats/", "general/", "plan/", "other_way/", "trees/", "whom/", "routes/", "interface/")
_DIGIT = re.compile(r"\d")
#: Numbers of emergency have three digits; a translation may well say "under 18" where Spanish says "menor".
_SHORTEST_NUMBER = 3


@dataclass(frozen=True, slots=True)
class _Slip:
    """A fault of a translation, before its place is known. ``shown`` is what stands in the file."""

    rule: str
    message: str
    mend: str
    shown: str = ""


def check_translation(
    translation: Translation, texts: Mapping[str, str], owners: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """Yield the faults of every translation in a catalogue, with the line that each stands on.

    Args:
        translation: the catalogue.
        texts: the Spanish text of each context as the data say it: a catalogue's own copy of it vouches for nothing.
        owners: companies whose platforms the guide has.
    """
    for entry in translation.entries.values():
        said = texts.get(entry.context, entry.source)
        for slip in _kept_slips(entry.source, said, entry.words, entry.fuzzy):
            yield _placed(slip, entry, translation)
        if entry.context.startswith(_SHARED):
            # The translation of an older text may name whom that named: it is out of date, and shown as such.
            for slip in _owner_added(f"{said} {entry.source}", entry.words, owners):
                yield _placed(slip, entry, translation)


def _owner_added(said: str, words: str, owners: frozenset[str]) -> Iterator[_Slip]:
    for owner in sorted(owners):
        named = re.compile(rf"(?<!\w){re.escape(owner)}(?!\w)")
        if owner in words and named.search(words) and not named.search(said):
            message = f"this translation names {owner}, and the Spanish text does not"
            yield _Slip("added-owner", message, "platforms of other companies show this text too; name none", owner)


# By content, for the same reason as the catalogue itself.
@lru_cache(maxsize=65_536)
def _kept_slips(source: str, said: str, words: str, fuzzy: bool) -> tuple[_Slip, ...]:
    return tuple(_slips(source, said, words, fuzzy))


def _placed(slip: _Slip, entry: Entry, translation: Translation) -> Fault:
    """Return the fault at the line of the entry's translation that holds what is wrong."""
    line, column = entry.line, 1
    for number in range(entry.line, len(translation.lines) + 1):
        text = translation.lines[number - 1]
        if number > entry.line and not text.lstrip().startswith('"'):
            break
        if slip.shown and slip.shown in text:
            line, column = number, text.index(slip.shown) + 1
            break
    quoted = translation.lines[line - 1].replace("\t", " ")
    return Fault(translation.file, line, column, slip.rule, slip.message, slip.mend, quoted)


def _slips(original: str, said: str, words: str, fuzzy: bool) -> Iterator[_Slip]:
    if not words:
        return
    if not words.strip():
        yield _Slip("empty-entry", "this translation holds only blanks", "translate it, or leave it empty")
        return
    # The number of an older text may still stand in a translation that is shown as outdated; a contact may not.
    yield from added_by_translation(said, words, numbers_of=f"{original}\n{said}")
    if words.strip() != words:
        message = "this translation begins or ends with a blank or a line break"
        yield _Slip("broken-translation", message, "delete it: the Spanish text has none")
    try:
        source = skeleton(parse(original))
        runs = parse(words)
    except TextFault as fault:
        if fault.rule == "invisible-sign" and list(invisible(words)):
            return  # told above, with its place; one that an entity hides is told here
        yield _Slip(fault.rule, f"in this entry: {fault}", "write the same marks as the Spanish text")
        return
    # A fuzzy entry keeps the translation of an older text: it may name other links, and is then not shown.
    if fuzzy:
        return
    if skeleton(runs) != source:
        lost = sorted({t for _, t in source} ^ {t for _, t in skeleton(runs)} - {""})
        named = f": {', '.join(lost)}" if any(lost) else ""
        yield _Slip(
            "broken-translation",
            f"links, values, blanks or emphasis differ from the Spanish text{named}",
            "keep every link, {value}, [blank](blank:) and mark of emphasis of the source",
        )
    elif lost_numbers := sorted(numbers(original) - numbers(words)):
        yield _Slip(
            "lost-number",
            f"the Spanish text says {', '.join(lost_numbers)}, the translation does not",
            "write every number of the source in figures",
        )


def added_by_translation(source: str, words: str, numbers_of: str = "") -> Iterator[_Slip]:
    """Yield contacts, addresses, numbers and invisible signs in ``words`` that ``source`` does not hold.

    A reader cannot tell that the Spanish text never gave that number, so a catalogue adds none (rule P1).
    """
    for position, name in invisible(words):
        if words[position] not in source:
            yield _Slip("invisible-sign", f"{name} stands in this translation", "delete it", words[position])
    for text in _plain_texts(words):
        for shown in loose_contacts(text):
            # Two numbers of the Spanish text may come to stand side by side ("in 2021. 85 per cent"), and other words
            # may come before one ("Call 911").
            if shown in source or (not _LEADS.search(shown) and numbers(shown) <= numbers(source)):
                continue
            mend = "contacts and addresses have fields of their own, which nobody translates; delete it here"
            message = f"'{shown}' stands in this translation and not in the Spanish text"
            yield _Slip("contact-in-text", message, mend, shown)
            break
    known = numbers(numbers_of or source)
    said = {number for number in numbers(words) - known if len(number) >= _SHORTEST_NUMBER}
    if said:
        message = f"this translation says {', '.join(sorted(said))}, the Spanish text does not"
        yield _Slip("added-number", message, "say no number that the Spanish text does not say", min(said))


def _plain_texts(words: str) -> list[str]:
    try:
        return [run.text for run in walk_runs(parse(words)) if run.kind in (RunKind.PLAIN, RunKind.CODE)]
    except TextFault:
        return [words]


def numbers(text: str) -> frozenset[str]:
    """Return the numbers in ``text`` without what languages write differently: signs of thousands and of decimals."""
    if not _DIGIT.search(text):
        return frozenset()
    bare = re.sub(r"\]\([^)]*\)", "]", text)  # addresses of links are compared elsewhere
    bare = re.sub(r"(?<=\d)[.,\s](?=\d{3}(?!\d))", "", bare)
    return frozenset(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", bare)))
