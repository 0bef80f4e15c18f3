"""Where links may lead: hosts that a reviewer has seen, by no detour, and telling nobody who followed them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.checking.check import check, load_all
from guide.checking.hosts import links, prose_hosts
from guide.model import Route
from guide.model.fault import DataError, Fault
from guide.model.link import why_no_link
from guide.reading.load import Loaded
from guide.reading.validate import validate
from guide.reading.yamltree import read
from tests.conftest import ROOT

Change = Callable[[str, str, str], Path]
ROUTE, SOURCES, HOSTS, TEXT = "routes/cpj.yml", "sources.yml", "hosts.yml", "threats/coded-threat.yml"
SITE = "https://cpj.org/journalist-safety-and-emergencies/"

UNSAFE = [
    ("not-https", "http://cpj.org/"),
    ("not-https", "cpj.org/help"),
    ("not-https", "//cpj.org/help"),
    ("not-https", "ftp://cpj.org/help"),
    ("script-link", "javascript:alert(1)"),
    ("script-link", "data:text/html,<b>x</b>"),
    ("odd-link", "https://cpj.org@evil.org/"),
    ("odd-link", "https://@cpj.org/"),
    ("odd-link", "https://cpj.org:8443/"),
    ("odd-link", "https://cpj.org:/"),
    ("odd-link", "https://evil.org\\@cpj.org/"),
    ("odd-link", "https://cpj .org/"),
    ("odd-link", "https://cpj.org/“help”"),
    ("mixed-script", "https://cрj.org/"),
    ("mixed-script", "https://cpj。org/"),
    ("punycode", "https://xn--cj-emc.org/"),
    ("punycode", "https://www.xn--cj-emc.org/"),
    ("ip-address", "https://192.0.2.7/"),
    ("ip-address", "https://3221225991/"),
    ("ip-address", "https://0xc0.0x0.0x2.0x7/"),
    ("ip-address", "https://[2001:db8::1]/"),
    ("bad-host", "https://[::1/"),
    ("bad-host", "https://cpj/"),
    ("bad-host", "https://cpj.o/"),
    ("bad-host", "https://cpj.org1/"),
    ("bad-host", "https://cpj..org/"),
    ("bad-host", "https://cpj.org./"),
    ("bad-host", "https://-cpj.org/"),
    ("bad-host", "https://c_pj.org/"),
    ("bad-host", "https://cpj%2eorg/"),
    ("bad-host", "https://help.local/"),
    ("bad-host", "https://cpj.example/"),
    ("bad-host", "https://www.example.org/"),
    ("hidden-target", "https://cpj.org/go?to=https://evil.org/"),
    ("hidden-target", "https://cpj.org/go?to=%2F%2Fevil.org"),
]
#: What only the lists of hosts.yml tell.
UNSAFE_BY_LIST = [
    ("hidden-target", "https://bit.ly/abc"),
    ("hidden-target", "https://www.tinyurl.com/abc"),
    ("tracking", "https://cpj.org/?utm_source=x"),
    ("tracking", "https://cpj.org/?id=7&UTM_Campaign=x"),
    ("tracking", "https://cpj.org/?fbclid=x"),
    ("tracking", "https://cpj.org/?gclid"),
    ("tracking", "https://cpj.org/#utm_medium=x"),
    ("unlisted-host", "https://cpj-help.org/"),
    ("unlisted-host", "https://help.cpj.org/"),
    ("unlisted-host", "https://www.cpj.org/"),
]


def faults_of(project: Path) -> tuple[Fault, ...]:
    """Return the faults of a broken project."""
    with pytest.raises(DataError) as caught:
        load_all(project / "data")
    return caught.value.faults


def line_of(path: Path, text: str) -> int:
    """Return the line at which ``text`` first stands."""
    return path.read_text(encoding="utf-8").partition(text)[0].count("\n") + 1


@pytest.mark.parametrize(("rule", "url"), UNSAFE)
def test_an_unsafe_site_is_refused_at_its_line(tmp_path: Path, rule: str, url: str) -> None:
    written = url.replace("\\", "\\\\")
    text = (ROOT / "data" / ROUTE).read_text(encoding="utf-8")
    path = tmp_path / "cpj.yml"
    path.write_text(text.replace(f"site: {SITE}", f'site: "{written}"'), encoding="utf-8")
    document, found = read(path, f"data/{ROUTE}")
    assert document is not None
    assert validate(Route, document, found) is None

    assert [(f.file, f.line, f.rule) for f in found] == [(f"data/{ROUTE}", line_of(path, "site:"), rule)]
    assert found[0].mend


@pytest.mark.parametrize(("rule", "url"), UNSAFE_BY_LIST)
def test_a_site_that_the_lists_refuse_is_told_at_its_line(copy: Path, change: Change, rule: str, url: str) -> None:
    path = change(ROUTE, f"site: {SITE}", f"site: {url}")

    found = [fault for fault in faults_of(copy) if fault.rule != "unused-host"]

    assert [(f.file, f.line, f.rule) for f in found] == [(f"data/{ROUTE}", line_of(path, "site:"), rule)]
    assert found[0].mend
    assert found[0].quoted.startswith("site:")


def test_every_field_that_holds_a_link_is_looked_at(root: Path, loaded: Loaded) -> None:
    written = sum(
        len(re.findall(r"(?:^|[\s:({])[\"']?(https://[^\s)},\"']+)", path.read_text(encoding="utf-8")))
        for path in (root / "data").rglob("*.yml")
        if path.name != "figures.yml"
    )

    assert sum(len(list(links(record))) for _, _, record, _ in loaded.records()) == written > 400


@pytest.mark.parametrize(
    ("rule", "url"),
    [
        ("odd-link", "https://a:b@www.facebook.com/"),
        ("ip-address", "https://192.0.2.7/"),
        ("hidden-target", "https://bit.ly/abc"),
        ("tracking", "https://www.facebook.com/?fbclid=x"),
        ("punycode", "https://www.fасebook.com/"),
        ("unlisted-host", "https://www.faceb00k.com/"),
    ],
)
def test_links_in_texts_are_held_to_the_same(copy: Path, change: Change, rule: str, url: str) -> None:
    change(TEXT, "  Alguien le hace", f"  [Alguien]({url}) le hace")

    assert [(fault.file, fault.rule) for fault in faults_of(copy)] == [(f"data/{TEXT}", rule)]


def test_a_form_among_the_contacts_is_held_to_the_list(copy: Path, change: Change) -> None:
    path = change("routes/safernet.yml", "value: https://www.denuncie.org.br", "value: https://denuncie-br.org")

    found = {fault.rule: fault for fault in faults_of(copy)}

    assert found["unlisted-host"].file == "data/routes/safernet.yml"
    assert found["unlisted-host"].line == line_of(path, "value: https://denuncie-br.org")
    assert "data/hosts.yml" in found["unlisted-host"].mend


def test_a_site_does_not_list_its_own_host(copy: Path, change: Change) -> None:
    change(ROUTE, f"site: {SITE}", "site: https://cpjj.org/")

    found = faults_of(copy)

    assert [fault.rule for fault in found] == ["unlisted-host"]
    assert "did you mean 'cpj.org'?" in found[0].mend


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("unused-host", "  - {host: cpj.org,", "  - {host: cpi.org, who: x}\n  - {host: cpj.org,"),
        ("host-order", "  - {host: cpj.org,", "  - {host: cpj.org, who: x}\n  - {host: cpj.org,"),
        ("host-order", "  - bit.ly\n", "  - zz.ly\n  - bit.ly\n"),
        ("bad-host", "host: cpj.org,", "host: CPJ.org,"),
        ("ip-address", "host: cpj.org,", "host: 192.0.2.7,"),
        ("hidden-target", "  - {host: cpj.org,", "  - {host: bit.ly, who: x}\n  - {host: cpj.org,"),
    ],
)
def test_the_list_itself_is_kept(copy: Path, change: Change, rule: str, old: str, new: str) -> None:
    change(HOSTS, old, new)

    found = [fault for fault in faults_of(copy) if fault.rule == rule]

    assert [fault.file for fault in found] == ["data/hosts.yml"]
    assert found[0].mend


def test_a_host_of_a_hand_written_page_counts_as_used(copy: Path) -> None:
    assert "telegram.org" in (prose_hosts(copy / "docs") or ())
    for page in (copy / "docs").glob("elsewhere*.md"):
        page.unlink()

    assert {"unused-host"} == {fault.rule for fault in faults_of(copy)}


def test_without_hand_written_pages_no_entry_is_called_unused(loaded: Loaded, tmp_path: Path) -> None:
    assert prose_hosts(tmp_path / "docs") is None
    assert check(loaded, None) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://WWW.Facebook.com/help/428",
        "https://mnemonic.org/en/content-moderation/Meta's%20Oversight%20Board/",
        "https://www.oas.org/es/CIDH/jsForm/Default.asp?File=/es/cidh/decisiones/mc/sobre-cautelares.asp",
        "https://www.denuncie.org.br/ñandú",
        "https://cpj.org/2024/#:~:text=help",
    ],
)
def test_addresses_as_bodies_print_them_pass(url: str) -> None:
    assert why_no_link(url) is None


@pytest.mark.parametrize("unseen", ["\u00ad", "\u202e", "\u200b", "\u00a0", "\t", "\n"])
def test_what_nobody_sees_is_named_in_a_link(unseen: str) -> None:
    refusal = why_no_link(f"https://cpj.org/he{unseen}lp")

    assert refusal
    assert refusal.rule == "odd-link"
    assert f"U+{ord(unseen):04X}" in refusal.message
