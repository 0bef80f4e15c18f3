"""Values in braces belong to the piece of a page that they are written for."""

from __future__ import annotations

import re
from pathlib import Path

from guide.checking.check import load
from guide.model import Catalogue
from guide.model.text import Text
from guide.pages.all_pages import pages

#: A text that names what every platform says of itself, in the words of nobody else.
OWN = "En {platform} son {hours} horas."


def saying(catalogue: Catalogue, hours: dict[str, int]) -> Catalogue:
    """Return the catalogue with :data:`OWN` in the appeal line and a gone line of each platform in ``hours``."""
    platforms = {}
    for name, platform in catalogue.platforms.items():
        number = (
            platform.numbers["hours"]
            if "hours" in platform.numbers
            else catalogue.platforms["threads"].numbers["hours"]
        )
        find = platform.appeal.find.model_copy(update={"text": Text.of(OWN)})
        surface = platform.surfaces[0].model_copy(update={"gone": Text.of(OWN)})
        platforms[name] = platform.model_copy(
            update={
                "numbers": {**platform.numbers, "hours": number.model_copy(update={"value": hours[name]})},
                "appeal": platform.appeal.model_copy(update={"find": find}),
                "surfaces": (surface, *platform.surfaces[1:]),
            }
        )
    return catalogue.model_copy(update={"platforms": platforms})


def test_each_platform_is_told_its_own_values_on_pages_of_all(root: Path) -> None:
    catalogue = load(root / "data")
    hours = {name: 41 + number for number, name in enumerate(catalogue.platforms)}

    made = {page.path: page.body for page in pages(saying(catalogue, hours))}

    wanted = [(platform.name, str(hours[name])) for name, platform in catalogue.platforms.items()]
    for path in ("appeal/", "evidence/"):
        assert re.findall(r"En (\w+) son (\d+) horas\.", made[path]) == wanted, path
