"""The day of the build."""

from __future__ import annotations

import datetime as dt

from guide.model.variables import build_day


def newest_day() -> dt.date:
    """Return the last day that can have come somewhere on Earth: tomorrow, by the clock of :func:`today`."""
    return today() + dt.timedelta(days=1)


def today() -> dt.date:
    """Return the day of the build: ``TODAY`` or ``SOURCE_DATE_EPOCH`` when set, else the clock (UTC)."""
    return build_day() or dt.datetime.now(dt.UTC).date()
