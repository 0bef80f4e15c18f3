"""What texts name in braces: days, hours, messages; a platform, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from guide.deciding.owners import is_of
from guide.model import Catalogue, Platform


def board_numbers(catalogue: Catalogue) -> dict[str, str]:
    """Return the typed numbers of the Board, which texts of every platform name."""
    return {name: str(item.value) for name, item in catalogue.board.numbers.items()}


def numbers_of(catalogue: Catalogue, platform: Platform) -> dict[str, str]:
    """Return the typed numbers that texts of a platform name: its own, and those of the Board where it is in charge."""
    board = board_numbers(catalogue) if is_of(catalogue.board.owner, platform.owner) else {}
    return {**board, **{name: str(item.value) for name, item in platform.numbers.items()}}


def values_of(catalogue: Catalogue, platform: Platform) -> dict[str, str]:
    """Return everything that texts of a platform name in braces: its name, whose it is, its numbers."""
    return {"platform": platform.name, "owner": platform.owner, **numbers_of(catalogue, platform)}


def owners_of(platforms: Iterable[Platform]) -> dict[str, str]:
    """Return the value of a text that several ``platforms`` share: whose they are."""
    return {"owner": " / ".join(dict.fromkeys(platform.owner for platform in platforms))}
