"""Contacts inside a text are found however they are written; years, laws and counts are not taken for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from phonenumbers import SUPPORTED_REGIONS, shortnumberinfo

from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.model.loose_contacts import EMERGENCY_NUMBERS, loose_contacts
from guide.model.text import LONGEST_TEXT, Text
from guide.model.walk import leaves
from guide.reading.load import Loaded

CONTACTS = [
    "105 o 911",
    "Llame al 105 o al 911 si puede.",
    "Emergencias: 112",
    "El 105 no siempre contesta.",
    "En peligro, 911.",
    "Marque el 103 desde un celular.",
    "Línea 079 para mujeres",
    "Disque 100",
    "Ligue 180 gratis",
    "Call 911 now",
    "116: bomberos",
    "555 123 4567",
    "555/123/4567",
    "555.123.4567",
    "555-123-4567",
    "555\u00a0123\u00a04567",
    "555\u202f123\u202f4567",
    "555–123–4567",
    "555·123·4567",
    "(01) 311-9898",
    "+353 1 21 00 489",
    "+52 55 2024 1234",
    "5 5 5 1 2 3 4 5 6 7",
    "55512345",
    "192.168.100.12",
    "٥٥٥ ١٢٣ ٤٥٦٧",
    "ayuda@ejemplo.org",
    "ayuda @ejemplo.org",
    "ayuda arroba ejemplo punto org",
    "ayuda [at] ejemplo",
    "emergencies@cpj",
    "http://ejemplo.org",
    "hxxps://ejemplo.org",
    "www.ejemplo.org",
    "bit.ly/abc",
    "ejemplo.org",
    "Vaya a Ejemplo.org.",
    "ayuda.ejemplo.com.pe/x?y=z",
    "ejemplo[.]org",
    "ejemplo(punto)org",
    "x.com/cuenta",
    "t.me/cuenta",
    "@cuenta en Telegram",
    "Escriba a @ayuda.ya en Instagram",
    "Signal: ayuda.22",
    "por signal: ayuda",
    "Telegram: @ayuda",
    "WhatsApp: +51 999",
    "tel:911",
]
NONE = [
    "De 2024 a 2025, o 2024-2025, o 2024–25.",
    "El 24 de noviembre de 2026, o 2026-11-24, o 24/11/2026.",
    "Hasta 90 días, y en casos complejos hasta 180.",
    "De 128 solicitudes aceptó 32, el 25 %.",
    "En 2018 recibió 1618 solicitudes y concedió 120: unas 7 de cada 100.",
    "Multas de hasta 250 000 dólares, 250\u00a0000 o 10.000 euros.",
    "Casos 2025-046-FB-UA y FB-28M1TLXL.",
    "Ley 32301, Decreto Supremo 004, resolución 077-DPE-CGAJ-2019, sentencias T-107, T-305 y T-389.",
    "El Reglamento (UE) 2022/2065, la ley 7363/24, Doc. 110/21 y A/RES/53/144.",
    "Metas 16.10.1, 16.a.1, 9.c y 16.3.1.",
    "Hay 112 organizaciones y 911 personas en 999 casos.",
    "Una línea de 24 horas, en 48 horas, programas de 60 y de 120 minutos.",
    "Oficina en Londres 102, de lunes a viernes, de 9 a 18.",
    "SHA-256, sha256sum, A4, 360 × 640.",
    "3 de mayo de 2000, 19:40",
    "El archivo A-01-comentario.png, notas.yml y docs/about.md.",
    "EE.UU., RR.HH., p.ej. esto, a.m. y Ph.D.",
    "Escriba «@» y el nombre de la cuenta.",
    "Telegram: solo los chats secretos cifran.",
    "Señal de amenaza: ____ (qué muestra). Threat signal: ____ (what it shows).",
    "Un correo: no ponga su nombre.",
]


@pytest.mark.parametrize("text", CONTACTS)
def test_a_contact_is_found_however_it_is_written(text: str) -> None:
    assert list(loose_contacts(text))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_contact_stays(text: str) -> None:
    assert list(loose_contacts(text)) == []


def test_a_record_may_repeat_its_own_contacts_and_no_others() -> None:
    assert not list(loose_contacts("Disque 100", ["100"]))
    assert list(loose_contacts("Disque 100", ["180"]))
    assert not list(loose_contacts("El sitio ejemplo.org no abre.", ["ayuda@ejemplo.org"]))


@pytest.mark.parametrize(
    "text",
    [
        "Llame al 105 o 911",
        "Escriba a **555** 123 4567",
        "Escriba a `555 123 4567`",
        "Vaya a [bit.ly/abc](page:urgent)",
        "Llame al 555&nbsp;123&nbsp;4567",
        "Entre a instagram.com/alguien",
        "Entre a bit.ly/…",
    ],
)
def test_marks_and_entities_hide_no_contact(copy: Path, text: str) -> None:
    path = copy / "data/threats/coded-threat.yml"
    old = "say: Me amenazan sin decirlo de frente"
    path.write_text(path.read_text(encoding="utf-8").replace(old, f'say: "{text}"', 1), "utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert {fault.rule for fault in caught.value.faults} == {"contact-in-text"}


def test_an_address_to_type_by_hand_stands_in_its_field_and_has_a_source(copy: Path) -> None:
    path = copy / "data/routes/amnesty-security-lab.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("        by_hand: amlea.org/en\n", ""), "utf-8")
    with pytest.raises(DataError) as caught:
        load_all(copy / "data")
    assert [fault.rule for fault in caught.value.faults] == ["contact-in-text"]

    path.write_text(re.sub(r"(by_hand: .*\n        more: .*\n        )sources:", r"\1# sources:", text), "utf-8")
    with pytest.raises(DataError) as caught:
        load_all(copy / "data")
    assert "no-source" in {fault.rule for fault in caught.value.faults}


@pytest.mark.parametrize("address", ["https://amlea.org", "amlea", "amlea.org en", "AMLEA.org"])
def test_an_address_to_type_by_hand_is_no_link(copy: Path, address: str) -> None:
    path = copy / "data/routes/amnesty-security-lab.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("by_hand: amlea.org/en", f'by_hand: "{address}"'), "utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert {fault.rule for fault in caught.value.faults} == {"odd-link"}


def test_emergency_numbers_of_every_country_of_the_guide_are_known(loaded: Loaded) -> None:
    regions = {name.upper() for name in loaded.catalogue.countries} & set(SUPPORTED_REGIONS)
    numbers = [f"{number:03}" for number in range(1000)]
    wanted = {n for n in numbers for region in regions if shortnumberinfo.is_emergency_number(n, region)}

    assert len(wanted) > 20
    assert wanted <= EMERGENCY_NUMBERS


def test_no_text_is_longer_than_a_phone_shows_at_once(loaded: Loaded, copy: Path) -> None:
    longest = max(
        len(leaf.value.words)
        for _, _, record, _ in loaded.records()
        for leaf in leaves(record)
        if isinstance(leaf.value, Text)
    )
    assert longest <= LONGEST_TEXT

    path = copy / "data/threats/coded-threat.yml"
    old = "say: Me amenazan sin decirlo de frente"
    words = "una palabra más " * 125
    path.write_text(path.read_text(encoding="utf-8").replace(old, f"say: {words}", 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_all(copy / "data")
    assert [(fault.rule, "700" in fault.mend) for fault in caught.value.faults] == [("text-too-long", True)]
