"""Plain text as a file."""

from __future__ import annotations


def text_file(words: str) -> bytes:
    """Return the bytes of a file that holds ``words``: UTF-8 with the mark (BOM) that says so.

    A server that names no charset, a folder opened by hand and old editors would guess another, and break every accent.
    Whoever opens the file does not get the mark as a letter, so it is in no text that is copied from there.
    """
    return words.encode("utf-8-sig")
