"""The day of the build."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Return the day of the build: ``TODAY`` or ``SOURCE_DATE_EPOCH`` when set, else the clock (UTC)."""
    if given := os.environ.get("TODAY"):
        return dt.date.fromisoformat(given)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now(dt.UTC).date()
