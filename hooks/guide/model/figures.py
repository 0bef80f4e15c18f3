"""Each contact, period and number of the data with the researched fact it rests on: ``figures.yml``."""

from __future__ import annotations

from guide.model.base import Record


class Figures(Record):
    """What one fact gives, as the data write it, by how sure the fact is.

    ``confirmed`` was read on the body's own page, ``secondary`` in texts of others; ``own`` is a proposal of this
    guide, which no fact says.
    """

    confirmed: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
