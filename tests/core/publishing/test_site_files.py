"""robots.txt and the record of a build."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from guide.publishing.build_record import BadRecord, BuildRecord, command, read_record, record_of, written
from guide.publishing.site_files import robots
from guide.reading.stamp import Stamp

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_search_engines_may_find_everything_and_are_told_the_sitemap_of_a_real_site() -> None:
    told = robots("https://guia.org/", private=False)

    assert told == "User-agent: *\nAllow: /\n\nSitemap: https://guia.org/sitemap.xml\n"
    assert "Sitemap" not in robots("https://guide.example/", private=False)
    assert "Sitemap" not in robots("", private=False)


def test_a_build_with_private_numbers_asks_to_be_left_alone() -> None:
    assert "Disallow: /\n" in robots("https://guia.org/", private=True)


def test_a_record_tells_what_builds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://guia.org/")
    monkeypatch.setenv("CONTACT", "avisos@guia.org, $(id)")
    monkeypatch.setenv("COVER", "")
    record = record_of(Stamp(dt.date(2026, 11, 30), "0.1.0", COMMIT))

    assert record.settings == {"SITE_URL": "https://guia.org/", "CONTACT": "avisos@guia.org, $(id)"}
    assert read_record(written(record)) == record
    # What a shell or make would act on is left to whoever reads the record.
    assert command(record) == "SITE_URL='https://guia.org/' CONTACT='…' SOURCE_DATE_EPOCH=1795996800 make site"


def test_a_record_of_somebody_elses_making_is_refused() -> None:
    good = json.loads(written(BuildRecord("0.1.0", COMMIT, changed=False, epoch=1)))
    bad = [
        good | {"commit": "HEAD; id"},
        good | {"commit": 7},
        good | {"SOURCE_DATE_EPOCH": -1},
        good | {"SOURCE_DATE_EPOCH": "x"},
        good | {"settings": {"LD_PRELOAD": "x"}},
        good | {"settings": {"CONTACT": "a\u001b[2J"}},
        good | {"settings": []},
        {},
    ]
    for text in [*map(json.dumps, bad), "[]", "<html>", "[" * 100_000]:
        with pytest.raises(BadRecord):
            read_record(text)
