"""What was published once still leads somewhere: see published.py."""

from __future__ import annotations

import pytest

from guide.writing.links import PAGE_PATHS
from tests import raw
from tests.conftest import ROOT
from tests.site import published
from tests.site.conftest import BuiltPage


@pytest.fixture(scope="module")
def places(ordinary: list[BuiltPage]) -> dict[str, set[str]]:
    """The ids of every page, by its path from the root."""
    return {f"/{page.path}": set(page.ids()) for page in ordinary}


def named(path: str) -> str:
    """Return the reference to the page at ``path``, as data/moved.yml writes it."""
    bare = path.lstrip("/")
    for page, its_path in PAGE_PATHS.items():
        if its_path == bare:
            return f'"page:{page}"'
    folder, _, name = bare.rstrip("/").partition("/")
    if folder in raw.records(ROOT, "platforms"):
        return f'"plan:{folder}/{name}"' if name else f'"platform:{folder}"'
    return f'"{ {"threats": "threat", "routes": "route", "countries": "country"}.get(folder, folder) }:{name}"'


def test_every_page_that_was_published_is_there_in_every_language(
    places: dict[str, set[str]], folders: list[str]
) -> None:
    paths = {address.partition("#")[0].lstrip("/") for address in published.known()}
    wanted = {f"/{folder}{path}" for path in paths for folder in folders}
    lost = "\n".join(sorted(wanted - set(places)))

    assert not lost, f"These pages were published and are gone. Keep a page at each of these addresses:\n{lost}"


def test_every_place_that_was_published_is_still_on_its_page(places: dict[str, set[str]]) -> None:
    lost: dict[str, list[str]] = {}
    for address in published.known():
        path, _, name = address.partition("#")
        if name and name not in places.get(path, {name}):
            lost.setdefault(path, []).append(name)

    words = "\n".join(f"  - {{page: {named(path)}, old: [{', '.join(names)}]}}" for path, names in sorted(lost.items()))
    assert not lost, (
        "Paper and files that are out there lead to these places, and their pages have them no longer. Give each id "
        f"back to what stands there now, or add it to data/moved.yml:\n{words}"
    )


def test_the_list_is_in_order_and_each_address_stands_once() -> None:
    assert published.known() == sorted(set(published.known()))
