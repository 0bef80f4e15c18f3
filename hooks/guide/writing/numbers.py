"""The typed numbers that texts name in braces: days, hours, messages."""

from __future__ import annotations

from guide.model import Catalogue, Platform


def board_numbers(catalogue: Catalogue) -> dict[str, str]:
    """Return the typed numbers of the Board, which texts of every platform name."""
    return {name: str(item.value) for name, item in catalogue.board.numbers.items()}


def numbers_of(catalogue: Catalogue, platform: Platform) -> dict[str, str]:
    """Return the typed numbers that texts of a platform name: its own, and those of the Board."""
    return {**board_numbers(catalogue), **{name: str(item.value) for name, item in platform.numbers.items()}}


def values_of(catalogue: Catalogue, platform: Platform) -> dict[str, str]:
    """Return everything that texts of a platform name in braces: its name and its numbers."""
    return {"platform": platform.name, **numbers_of(catalogue, platform)}
