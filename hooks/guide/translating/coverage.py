"""How much of the data each language says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.reading.load import Loaded
from guide.translating.messages import messages
from guide.translating.translation import Translation


def coverage(loaded: Loaded, translations: Mapping[str, Translation]) -> dict[str, tuple[int, int, int]]:
    """Return for each language but the source: texts in all, out of date, missing."""
    texts = messages(loaded)
    out = {}
    for code, translation in translations.items():
        lacking = translation.lacking(texts)
        stale = sum(1 for message in lacking if translation.has(message.context))
        out[code] = (len(texts), stale, len(lacking) - stale)
    return out


def coverage_lines(loaded: Loaded, translations: Mapping[str, Translation]) -> Iterator[str]:
    """Yield the coverage of each language in a sentence."""
    for code, (total, stale, missing) in coverage(loaded, translations).items():
        draft = ", a draft" if translations[code].draft else ""
        done = total - stale - missing
        yield f"{code}: {done} of {total} texts translated, {stale} out of date, {missing} missing{draft}."
