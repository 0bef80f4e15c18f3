"""For whom each route is: every situation by every country, against conditions read as plain YAML."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Any

import pytest

from guide.checking.check import load
from guide.deciding.advice import UNSURE, advise, offers_in
from guide.deciding.openness import If, Open, open_to
from guide.model import Catalogue, Route, Rules
from guide.model.condition import Closing, Gender, Opening, Role, Treaty
from guide.model.situation import SITUATION, Dimension
from guide.reading.load import Loaded
from tests import raw

Situation = dict[Dimension, str]


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


def closed_countries(root: Path) -> dict[str, set[str]]:
    """Return, for each route, the countries whose matters are closed to it, counted in the files themselves."""
    countries = raw.records(root, "countries")
    closed = {}
    for route, record in raw.records(root, "routes").items():
        asked: dict[str, Any] = record.get("open_to", {})
        closed[route] = {
            name
            for name, item in countries.items()
            if ("country" in asked and not {name, *item.get("part_of", ())} & set(asked["country"]))
            or ("region" in asked and item["region"] not in asked["region"])
            or ("party_to" in asked and not set(item.get("party_to", ())) & set(asked["party_to"]))
        }
    return closed


def situations(rules: Rules) -> Iterator[tuple[Situation, int]]:
    """Yield every combination of the vocabulary that can differ from all others, and how many it stands for.

    An answer that nobody gave counts as the careful one (``test_not_knowing_counts_as_the_careful_answer`` walks that),
    so it is walked once. Role and place are walked apart: what nobody said of them is left to the reader to judge.
    """
    judged = {Dimension.ROLE, Dimension.WHERE}
    given = {
        name: [value for value in values if name in judged or value != UNSURE or name not in rules.careful]
        for name, values in SITUATION.items()
    }
    for values in itertools.product(*given.values()):
        situation = dict(zip(given, values, strict=True))
        twice = [name for name in given if name not in judged and UNSURE in SITUATION[name]]
        yield situation, 2 ** sum(situation[name] == rules.careful.get(name) for name in twice)


@pytest.mark.slow
def test_no_situation_in_any_country_is_offered_what_is_closed_or_unguarded(
    catalogue: Catalogue, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed, walked, count, told = closed_countries(root), 0, 0, 0
    roles = {name: item.get("open_to", {}).get("role") for name, item in raw.records(root, "routes").items()}
    no_exile = {name for name, item in raw.records(root, "routes").items() if item.get("closed_to", {}).get("exile")}
    faults: Counter[str] = Counter()
    for country in (None, *catalogue.countries):
        for base, times in situations(catalogue.rules):
            walked += times
            situation = {**base, Dimension.COUNTRY: country} if country else base
            for offer in advise(catalogue, situation).offers():
                if offer.route is None:
                    continue
                name = offer.route.id
                count += times
                told += times * (offer.only is not None)
                faults["closed"] += country in closed[name]
                faults["exile"] += name in no_exile and situation[Dimension.WHERE] == "exile"
                role = situation[Dimension.ROLE]
                faults["role"] += bool(roles[name]) and role != "unsure" and role not in roles[name]
                faults["unguarded"] += offer.only is None and (
                    (bool(closed[name]) and country is None) or (bool(roles[name]) and role == "unsure")
                )
    with capsys.disabled():
        print(f"\n{walked} situations, {count} offers, {told} say for whom.")
    assert walked == prod(map(len, SITUATION.values())) * (len(catalogue.countries) + 1)
    assert told > 0
    assert +faults == Counter()


def test_what_a_country_lists_is_open_there(root: Path) -> None:
    closed = closed_countries(root)

    for name, country in raw.records(root, "countries").items():
        listed = [route for field in ("routes", "local", "beyond") for route in country.get(field, ())]
        assert not [route for route in listed if name in closed[route]], name


def test_escazu_is_for_those_who_defend_land_in_the_states_that_are_parties(catalogue: Catalogue) -> None:
    known = {Dimension.ROLE: "land", Dimension.HAPPENED: "threat", Dimension.DANGER: "no"}
    parties = {name for name, item in catalogue.countries.items() if Treaty.ESCAZU in item.party_to}
    offered = {
        n for n in catalogue.countries if "escazu" in advise(catalogue, {**known, Dimension.COUNTRY: n}).routes()
    }

    assert offered == parties
    assert parties >= {"ar", "bo", "cl", "co", "ec", "mx", "ni"}
    assert open_to(catalogue, catalogue.routes["escazu"], {Dimension.ROLE: "journalist"}) is Open.NO


def test_a_nearer_door_stands_in_place_of_a_farther_one_where_it_is_certain(catalogue: Catalogue) -> None:
    far = catalogue.routes["ohchr-field"]

    doors = {}
    for name in catalogue.countries:
        doors[name] = [offer.route.id for offer in offers_in(catalogue, far, here(name)) if offer.route]

    assert {name: found for name, found in doors.items() if found} == {
        "co": ["co-onudh"],
        "gt": ["gt-oacnudh"],
        "hn": ["hn-oacnudh"],
        "mx": ["mx-onudh"],
    }
    assert [offer.route for offer in offers_in(catalogue, far, {})] == [far]


def here(country: str) -> Situation:
    """Return the situation of somebody at home in ``country``."""
    return {Dimension.COUNTRY: country, Dimension.WHERE: "same"}


def test_a_union_leaves_to_its_readers_where_in_it_they_live_and_its_members_have_what_it_has(
    catalogue: Catalogue,
) -> None:
    germany = catalogue.countries["eu"].model_copy(update={"id": "de", "union": False, "part_of": ("eu",)})
    with_germany = catalogue.model_copy(update={"countries": {**catalogue.countries, "de": germany}})
    hateaid, bodies = catalogue.routes["de-hateaid"], catalogue.routes["dsa-ods"]

    assert open_to(catalogue, hateaid, here("eu")) == If(Opening(lives_in=("de",)))
    assert open_to(catalogue, hateaid, here("gb")) is Open.NO
    assert open_to(with_germany, hateaid, here("de")) is Open.YES
    assert open_to(with_germany, bodies, here("de")) is Open.YES
    silent = advise(with_germany, {**here("de"), Dimension.ANSWER: "silent", Dimension.HAPPENED: "threat"})
    assert {"dsa-ods", "dsa-dsc"} <= silent.routes()


def test_money_that_excludes_exile_is_offered_to_nobody_in_exile(catalogue: Catalogue) -> None:
    known = {Dimension.NEED: "money", Dimension.DANGER: "no"}

    assert "fld-grants" in advise(catalogue, {**known, Dimension.WHERE: "same"}).routes()
    assert "fld-grants" not in advise(catalogue, {**known, Dimension.WHERE: "exile"}).routes()
    unsure = [o.only for o in advise(catalogue, known).offers() if o.route and o.route.id == "fld-grants"]
    assert unsure == [If(never=Closing(exile=True))]


@pytest.mark.parametrize(("where", "told"), [("same", 0), ("exile", 1), ("split", 1)])
def test_consulates_are_told_of_to_whom_it_matters(catalogue: Catalogue, where: str, told: int) -> None:
    known = {Dimension.HAPPENED: "threat", Dimension.SAFE: "no", Dimension.WHERE: where}

    assert sum("consulado" in item.text.words for item in advise(catalogue, known).avoid) == told


def made(catalogue: Catalogue, **conditions: Opening | Closing) -> Route:
    """Return a route of the data with other conditions."""
    bare: dict[str, Opening | Closing] = {"open_to": Opening(), "closed_to": Closing()}
    return catalogue.routes["stopncii"].model_copy(update={**bare, **conditions})


AT_HOME = {Dimension.COUNTRY: "mx", Dimension.WHERE: "same"}
ABROAD = {Dimension.COUNTRY: "mx", Dimension.WHERE: "exile"}
WOMEN_WHO_PUBLISH = Opening(country=("mx", "gt"), role=(Role.JOURNALIST,), gender=(Gender.WOMEN,))


@pytest.mark.parametrize(
    ("condition", "situation", "answer"),
    [
        (Opening(), {}, Open.YES),
        (Opening(country=("mx",)), AT_HOME, Open.YES),
        (Opening(country=("mx",)), ABROAD, Open.YES),
        (Opening(country=("pe",)), AT_HOME, Open.NO),
        (Opening(country=("mx",)), {}, If(Opening(country=("mx",)))),
        (Opening(lives_in=("mx",)), AT_HOME, Open.YES),
        (Opening(lives_in=("eu",)), AT_HOME, Open.NO),
        (Opening(lives_in=("eu",)), ABROAD, If(Opening(lives_in=("eu",)))),
        (Opening(lives_in=("mx",)), ABROAD, If(Opening(lives_in=("mx",)))),
        (Opening(comes_from=("mx",)), ABROAD, Open.YES),
        (Opening(comes_from=("ni",)), AT_HOME, If(Opening(comes_from=("ni",)))),
        (Opening(exile=True), ABROAD, Open.YES),
        (Opening(exile=True), AT_HOME, Open.NO),
        (Opening(exile=True), {Dimension.WHERE: "split"}, If(Opening(exile=True))),
        (Opening(language=("fr",)), AT_HOME, If(Opening(language=("fr",)))),
        (WOMEN_WHO_PUBLISH, {**AT_HOME, Dimension.ROLE: "journalist"}, If(Opening(gender=(Gender.WOMEN,)))),
        (WOMEN_WHO_PUBLISH, {**AT_HOME, Dimension.ROLE: "land"}, Open.NO),
        (WOMEN_WHO_PUBLISH, {Dimension.COUNTRY: "pe", Dimension.ROLE: "journalist"}, Open.NO),
        (WOMEN_WHO_PUBLISH, {Dimension.ROLE: "unsure"}, If(WOMEN_WHO_PUBLISH)),
        (Closing(exile=True), ABROAD, Open.NO),
        (Closing(exile=True), AT_HOME, Open.YES),
        (Closing(exile=True), {}, If(never=Closing(exile=True))),
        (Closing(country=("mx",), exile=True), AT_HOME, Open.NO),
    ],
)
def test_open_to_says_yes_no_or_what_the_reader_must_judge(
    catalogue: Catalogue, condition: Opening | Closing, situation: Situation, answer: Open | If
) -> None:
    field = "open_to" if isinstance(condition, Opening) else "closed_to"

    assert open_to(catalogue, made(catalogue, **{field: condition}), situation) == answer


def test_a_closed_route_is_no_offer_and_one_to_judge_says_for_whom(catalogue: Catalogue) -> None:
    route = made(catalogue, closed_to=Closing(exile=True))

    assert offers_in(catalogue, route, ABROAD) == ()
    assert [offer.only for offer in offers_in(catalogue, route, {})] == [If(never=Closing(exile=True))]


def test_a_new_route_for_women_journalists_in_two_countries_is_found_there_and_nowhere_else(copy: Path) -> None:
    data = copy / "data"
    record = (data / "routes" / "flip.yml").read_text("utf-8")
    record = re.sub(r"^name: .*$", "name: Línea nueva", record.replace("id: flip\n", "id: new-line\n", 1), flags=re.M)
    record = record.replace(
        "open_to: {country: [co], role: [journalist]}",
        "open_to: {country: [mx, gt], role: [journalist], gender: [women]}",
    )
    (data / "routes" / "new-line.yml").write_text(record, "utf-8")
    rules = data / "rules.yml"
    rules.write_text(
        rules.read_text("utf-8").replace(
            "      - {route: eu-missions}\n", "      - {route: eu-missions}\n      - {route: new-line}\n", 1
        ),
        "utf-8",
    )

    catalogue = load(data)

    known = {Dimension.DANGER: "yes", Dimension.ROLE: "journalist"}
    found = {}
    for name in catalogue.countries:
        for offer in advise(catalogue, {**known, Dimension.COUNTRY: name}).offers():
            if offer.route and offer.route.id == "new-line":
                found[name] = offer.only
    assert found == dict.fromkeys(("mx", "gt"), If(Opening(gender=(Gender.WOMEN,))))
    defender = {**known, Dimension.ROLE: "defender", Dimension.COUNTRY: "mx"}
    assert "new-line" not in advise(catalogue, defender).routes()
