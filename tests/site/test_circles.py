"""No answer leads back to where the reader stood (rule P15): what a page offers goes on."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from tests.site.conftest import BuiltPage

_OFFERED = ".offers a, .names a, .onward a, .next a"


def offered(page: BuiltPage) -> list[tuple[str, str]]:
    """Return path and fragment of every address inside the site that ``page`` offers."""
    out = []
    for node in page.all(_OFFERED):
        href = node.attributes["href"] or ""
        if "://" not in href and not href.startswith(("mailto:", "tel:")):
            address, fragment = urldefrag(urljoin(f"/{page.path}", href))
            out.append((address.lstrip("/"), fragment))
    return out


def test_no_offer_leads_to_the_page_itself_without_a_place_on_it(ordinary: list[BuiltPage]) -> None:
    faults = []
    for page in ordinary:
        ids = set(page.ids())
        faults += [(page.path, to) for to, fragment in offered(page) if to == page.path and fragment not in ids]

    assert faults == []


def test_no_country_sends_its_readers_back_to_the_list_of_countries(ordinary: list[BuiltPage]) -> None:
    countries = [page for page in ordinary if page.kind == "country"]
    assert countries

    for page in countries:
        assert not [to for to, _ in offered(page) if to.endswith("countries/")], page.path


def test_no_two_pages_offer_each_other(ordinary: list[BuiltPage]) -> None:
    edges = {(page.path, to) for page in ordinary for to, _ in offered(page) if to != page.path}

    assert {tuple(sorted(edge)) for edge in edges if edge[::-1] in edges} == set()


def test_who_looks_for_a_trusted_partner_reads_whom_to_ask_by_name(ordinary: list[BuiltPage]) -> None:
    found = [page for page in ordinary if page.path.endswith("routes/meta-trusted-partner/")]
    assert found

    for page in found:
        words = page.one("main").text()
        assert all(name in words for name in ("Internews", "Tech4Peace", "Defy Hate Now", "Luchadoras"))
