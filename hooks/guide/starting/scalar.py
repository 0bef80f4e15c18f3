"""Words as YAML: whatever somebody has typed, a reader of YAML gets the very same words back."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

#: Ids and plain words need no quotes; words that YAML or other readers of it turn into something else do.
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TURNED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


class Ready(str):
    """YAML that is finished already, and goes into a file as it is."""

    __slots__ = ()


def scalar(words: str) -> str:
    """Return ``words`` as one value on one line, in quotes where it is more than a plain word."""
    if _PLAIN.fullmatch(words) and words not in _TURNED:
        return words
    return yaml.dump(words, default_style='"', allow_unicode=True, width=10**9).rstrip("\n")


def as_yaml(value: str | Sequence[str]) -> str:
    """Return a value as YAML: one on its own, or a list in brackets."""
    if isinstance(value, Ready):
        return value
    return scalar(value) if isinstance(value, str) else f"[{', '.join(scalar(item) for item in value)}]"
