"""What a phone, an address or a form must be, by its kind. Nothing is looked up and nothing is called.

A number must be *possible*, not *valid*: lists of numbers in use are always behind, and a wrong refusal would push
somebody to alter a number that is right.
"""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email
from phonenumbers import (
    SUPPORTED_REGIONS,
    NumberParseException,
    ValidationResult,
    is_possible_number_with_reason,
    is_possible_short_number_for_region,
    parse,
    region_code_for_country_code,
)

from guide.model.fault import Refusal
from guide.model.link import is_invisible, sign, why_no_host, why_no_link
from guide.model.vocabulary import ContactKind

#: Kinds whose value is a number. No fact gives a name on Signal or Telegram, so messaging takes numbers alone.
NUMBERS = frozenset({ContactKind.PHONE, ContactKind.MESSAGING})
#: Digits of the longest short number.
_LONGEST_SHORT = 6
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_NUMBER = re.compile(r"[+\d][\d ().-]*\d")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_WHOLE = "write digits and spaces, with + and the number of the country in front, as in '+33 1 4483 8466'"
_KEEP = (
    "compare it with its source, digit by digit; if it was printed like this, keep it and add 'as_printed' with why "
    "and sources"
)
_AS_IN_SOURCE = "write the address alone, letter by letter as in its source"
_FAULTS = {
    ValidationResult.TOO_SHORT: ("has too few digits for a number of '{country}'", _KEEP),
    ValidationResult.TOO_LONG: ("has too many digits for a number of '{country}'", _KEEP),
    ValidationResult.INVALID_LENGTH: ("has not as many digits as a number of '{country}'", _KEEP),
    ValidationResult.INVALID_COUNTRY_CODE: ("names no country after its +", _WHOLE),
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: ("lacks the number of its area in '{country}'", "write it with its area"),
}


def why_not(kind: ContactKind, value: str, country: str | None = None, *, as_printed: bool = False) -> Refusal | None:
    """Return why ``value`` cannot be a contact of ``kind``; ``None`` when it can.

    Args:
        kind: what the contact says that it is.
        value: as the body prints it.
        country: two letters in lower case, where a number is written as inside that country.
        as_printed: a source prints the number so: it may have more or fewer digits than a number there.
    """
    fits = _kind_of(value)
    if fits and kind not in fits:
        wanted = " or ".join(f"'kind: {one.value}'" for one in fits)
        return Refusal("contact-kind", f"'{value}' is not of the kind '{kind.value}'", f"write {wanted}")
    if kind in NUMBERS:
        return why_no_number(value, country, as_printed=as_printed)
    return _why_no_address(value) if kind is ContactKind.EMAIL else why_no_link(value)


def can_be_short(number: str, country: str) -> bool:
    """Return whether a short number has as many digits as those of ``country``; true where none of its is known."""
    if country.upper() not in SUPPORTED_REGIONS:
        return True
    return bool(is_possible_short_number_for_region(parse(number, country.upper()), country.upper()))


def is_short(value: str, country: str) -> bool:
    """Return whether ``value`` is a short number inside ``country``, such as 911."""
    digits = re.sub(r"\D", "", value)
    return country.upper() in SUPPORTED_REGIONS and len(digits) <= _LONGEST_SHORT and can_be_short(digits, country)


def why_no_number(value: str, country: str | None = None, *, as_printed: bool = False) -> Refusal | None:
    """Return why ``value`` cannot be a number that somebody dials or writes to; ``None`` when it can."""
    if refusal := _why_no_country(country) or _why_odd(value) or _why_not_of(value, country):
        return refusal
    try:
        number = parse(value, country.upper() if country else None)
    except NumberParseException:
        return Refusal("impossible-number", f"'{value}' names no country that has numbers", _WHOLE)
    if as_printed or (country and is_possible_short_number_for_region(number, country.upper())):
        return None
    reason = is_possible_number_with_reason(number)
    if reason == ValidationResult.IS_POSSIBLE:
        return None
    message, mend = _FAULTS[reason]
    where = region_code_for_country_code(number.country_code or 0).lower()
    return Refusal("impossible-number", f"'{value}' {message.format(country=where)}", mend)


def _why_no_country(country: str | None) -> Refusal | None:
    if country is None:
        return None
    if country.upper() not in SUPPORTED_REGIONS:
        mend = "write 'gb'" if country == "uk" else "write the two letters of the country, such as 'mx'"
        return Refusal("number-country", f"'{country}' is no country with numbers of its own", mend)
    if country != country.lower():
        return Refusal("number-country", f"'{country}' has capitals", f"write '{country.lower()}'")
    return None


def _why_not_of(value: str, country: str | None) -> Refusal | None:
    """Return why it is not clear of which country a number is."""
    if value.startswith("+") and country:
        mend = "delete 'from': the number names its country itself"
        return Refusal("number-country", f"'{value}' is written for the whole world", mend)
    if not value.startswith("+") and not country:
        mend = "add 'from: mx' (the country inside which it is dialled), or write it with + and the country's number"
        return Refusal("number-country", f"'{value}' does not say of which country it is", mend)
    return None


def _kind_of(value: str) -> tuple[ContactKind, ...]:
    """Return the kinds that the look of a value fits; none when it looks like nothing."""
    text = value.strip()
    if re.match(r"(https?:)?//|www\.", text, re.IGNORECASE):
        return (ContactKind.FORM,)
    if _ADDRESS.fullmatch(text):
        return (ContactKind.EMAIL,)
    return (ContactKind.PHONE, ContactKind.MESSAGING) if _NUMBER.fullmatch(text) else ()


def _why_odd(value: str) -> Refusal | None:
    if value != value.strip():
        return Refusal("impossible-number", f"'{value}' begins or ends with a space", "take the space out")
    for at, letter in enumerate(value):
        if letter in "0123456789 ().-" or (letter == "+" and at == 0):
            continue
        return Refusal("impossible-number", f"{sign(letter)} is no part of a number", _WHOLE)
    if not (digits := re.sub(r"\D", "", value)):
        return Refusal("impossible-number", f"'{value}' has no digits", _WHOLE)
    if not digits.strip("0"):
        return Refusal("example-number", f"'{value}' is an example", "replace the example")
    if value.startswith("00"):
        return Refusal("impossible-number", f"'{value}' begins with 00", "write + instead of 00")
    if value.startswith("+") and (trunk := _TRUNK_ZERO.search(value)):
        mend = f"take out '{trunk.group()}': it is dialled inside the country only"
        return Refusal("impossible-number", f"'{value}' holds a 0 that nobody abroad dials", mend)
    return None


def _why_no_address(value: str) -> Refusal | None:
    if foreign := next((letter for letter in value if not letter.isascii() or is_invisible(letter)), None):
        return Refusal(
            "impossible-address", f"{sign(foreign)} is no part of an address", f"take it out; {_AS_IN_SOURCE}"
        )
    try:
        validate_email(value, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        return Refusal("impossible-address", f"'{value}' is no e-mail address: {error}", _AS_IN_SOURCE)
    if refusal := why_no_host(value.rpartition("@")[2].lower()):
        return Refusal("impossible-address", refusal.message, _AS_IN_SOURCE)
    return None
