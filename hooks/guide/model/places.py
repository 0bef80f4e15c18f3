"""Countries of the world, by their two letters."""

from __future__ import annotations

from phonenumbers import SUPPORTED_REGIONS

#: Two letters (ISO 3166) in lower case of every country and territory that has telephone numbers of its own.
PLACES = frozenset(region.lower() for region in SUPPORTED_REGIONS)
