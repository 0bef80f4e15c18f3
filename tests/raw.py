"""The data files as plain YAML: what a test expects is counted here, on another road than the code that is tested."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


def records(root: Path, folder: str) -> dict[str, dict[str, Any]]:
    """Return the records of a folder of ``data/`` by the names of their files, without their ending."""
    return {path.stem: _read(path) for path in sorted((root / "data" / folder).glob("*.yml"))}


def read(root: Path, file: str) -> Any:
    """Return what stands in a file of ``data/``."""
    return _read(root / "data" / file)


def _read(path: Path) -> Any:
    return _parsed(path.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> Any:
    """Return what a YAML text holds; tests ask for the same files hundreds of times, and none of them changes it."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def countries_of(route: dict[str, Any]) -> set[str]:
    """Return the countries that a route names as those for which it is."""
    asked = route.get("open_to", {})
    return {name for field in ("country", "comes_from", "lives_in") for name in asked.get(field, ())}


def plans(root: Path) -> list[str]:
    """Return the plans that the data ask for as ``platform/threat``, the general one of each platform among them."""
    named = [f"{platform}/{name}" for name, item in records(root, "threats").items() for platform in item["platforms"]]
    return sorted([*named, *(f"{platform}/general" for platform in records(root, "platforms"))])


def languages(root: Path) -> list[str]:
    """Return the codes of the languages that mkdocs.yml lists, the first one first."""
    return re.findall(r"^\s*- \{locale: ([a-z]+),", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.M)


def written(day: dt.date) -> str:
    """Return a day as a Spanish reader writes it."""
    months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def only_by_name(root: Path) -> set[str]:
    """Return the countries whose sheet is made only when a build names them."""
    return {name for name, country in records(root, "countries").items() if country.get("sheet") == "only-by-name"}
