"""What others do to the site on its way: proxies rewrite it, servers tell no charset, browsers translate it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

#: An address as a proxy recognises it.
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
OFF, ON = "<!--email_off-->", "<!--/email_off-->"
MARK = b"\xef\xbb\xbf"


def test_no_proxy_may_hide_an_e_mail_address(site: Path) -> None:
    count = 0
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert html.count(OFF) == html.count(ON), file
        for found in E_MAIL.finditer(html):
            before = html[: found.start()]
            assert before.rfind(OFF) > before.rfind(ON), f"{file}: {found[0]}"
            count += 1
    assert count > 50


def test_a_text_file_is_readable_where_no_server_says_its_charset(site: Path) -> None:
    texts = sorted(site.rglob("*.txt"))
    assert len(texts) > 80
    for file in texts:
        content = file.read_bytes()
        assert content.isascii() or content.startswith(MARK), file
        assert content.count(MARK) <= 1, file
    # Programs compare these to the byte.
    for file in site.rglob("*.sha256"):
        assert file.read_bytes().isascii()


def test_the_log_opens_in_columns_in_the_language_of_its_page(site: Path) -> None:
    for folder, separator, other in (("", ";", ","), ("en/", ",", ";")):
        content = (site / folder / "evidence/notes.csv").read_bytes()
        assert content.startswith(MARK)
        first = content.decode("utf-8-sig")
        names = next(csv.reader([first], delimiter=separator))
        assert len(names) > 20
        assert len(next(csv.reader([first], delimiter=other))) < len(names)
