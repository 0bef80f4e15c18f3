"""Prints how hard each page is to read: words a sentence, and Fernández-Huerta's ease for Spanish.

A report, not a gate. Ease = 206.84 − 0.60 · (syllables per 100 words) − 1.02 · (words per sentence), after
Fernández Huerta (1959); 60 to 70 is plain, above is easy.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyphen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guide.book import read_book  # noqa: E402 - the path comes first

#: The editors' aim.
WORDS_A_SENTENCE = 20
_BLOCKS = re.compile(r"</(?:p|li|h\d|label|summary|dt|dd|legend|kbd)>|\n\s*\n|\n(?=#|- )")
#: What is not prose: menu labels, sources, buttons.
_SKIPPED = re.compile(
    r'<(kbd|ol class="path"|ul class="sources"|ul class="index"|svg|nav).*?</(?:kbd|ol|ul|svg|nav)>', re.S
)


def sentences(body: str) -> list[list[str]]:
    """Return the words of each sentence of a page's body."""
    out = []
    for block in _BLOCKS.split(_SKIPPED.sub(" ", body)):
        words = re.sub(r"<[^>]+>|\{[#:][^}]*\}|[\\*#]", " ", block)
        for sentence in re.split(r"(?<=[.!?…])\s+", words):
            found = re.findall(r"[^\W\d_]+", sentence)
            if len(found) > 2:
                out.append(found)
    return out


def main() -> None:
    """Print one line a page, the hardest first."""
    hyphens = pyphen.Pyphen(lang="es")
    book = read_book(ROOT)
    rows = []
    for page in book.pages(book.languages[0]):
        found = sentences(page.body)
        words = [word for sentence in found for word in sentence]
        if not words or page.kind in ("sources", "search", "picture"):
            continue
        syllables = sum(len(hyphens.positions(word.lower())) + 1 for word in words)
        length = len(words) / len(found)
        ease = 206.84 - 60 * syllables / len(words) - 1.02 * length
        rows.append((length, ease, len(words), page.path or "(home)"))
    print("words/sentence  ease  words  page")
    for length, ease, count, path in sorted(rows, reverse=True):
        mark = " !" if length > WORDS_A_SENTENCE else "  "
        print(f"{length:12.1f}{mark} {ease:5.0f} {count:6}  {path}")
    total = sum(count for _, _, count, _ in rows)
    mean = total / sum(count / length for length, _, count, _ in rows)
    print(f"mean: {mean:.1f} words a sentence over {total} words; the aim is under {WORDS_A_SENTENCE}.")


if __name__ == "__main__":
    main()
