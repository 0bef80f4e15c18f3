"""Results of the second tree: who can help besides the platform, one small page for each thing that happened."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.base import Record
from guide.model.fields import Code
from guide.model.reference import Id, Target
from guide.model.situation import Dimension
from guide.model.text import Text


class Result(Record):
    """A result: what happened and what the platform said. What a State may learn is the only choice on its page.

    ``code`` tells its tab from others, and its path says as little (rule P27). ``say`` is the words of links that lead
    here; ``known`` what the answers up to here tell of the situation; ``formerly`` names places on ``/escalate/`` that
    once led here. ``to`` are pages that say more of what happened.
    """

    id: Id
    code: Code
    title: Text
    say: Text
    known: Mapping[Dimension, str]
    formerly: tuple[Id, ...] = ()
    to: tuple[Target, ...] = ()
    words: Text | None = None
