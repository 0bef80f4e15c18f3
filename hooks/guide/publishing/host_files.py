"""Ready files for servers, written by ``make headers`` from :mod:`guide.publishing.host_headers`, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.publishing import host_headers as said
from guide.writing.file_names import SINGLE_FILE

FOLDER = Path("docs", "dev", "hosting")
_MADE = "Written by make headers from hooks/guide/publishing/host_headers.py: change it there."
#: Where the files expect the built site, and where they answer: behind whatever ends https, or an onion service.
_ROOT, _PORT = "/srv/guide", 8080
#: What is worth compressing.
_PACKED = " ".join(name for name in said.TEXTS if name != "text/html")


def host_files() -> dict[str, str]:
    """Return the files by name."""
    return {"nginx.conf": _nginx(), "Caddyfile": _caddy(), "_headers": _static()}


def outdated(root: Path) -> list[str]:
    """Return the names of the files in the project that are not what they should be."""
    return [
        name
        for name, text in host_files().items()
        if not (root / FOLDER / name).is_file() or (root / FOLDER / name).read_text(encoding="utf-8") != text
    ]


def write(root: Path) -> None:
    """Write the files into the project."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in host_files().items():
        (root / FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def _nginx() -> str:
    kinds: dict[str, list[str]] = {}
    for ending, kind in said.TYPES.items():
        kinds.setdefault(kind, []).append(ending)
    types = "\n".join(f"        {kind} {' '.join(endings)};" for kind, endings in kinds.items())
    always = "\n".join(f'    add_header {name} "{value}" always;' for name, value in said.ALWAYS.items())
    return f"""# nginx: a file for conf.d (inside http). {_MADE}
# A location with an add_header of its own would lose all of these: write none.

map $uri $guide_policy {{
    default "{said.PAGE_POLICY}";
    ~/{SINGLE_FILE.replace(".", "[.]")}$ "{said.SINGLE_POLICY}";
}}

# Empty, and so not sent, at an onion address. A browser heeds it over https only.
map $host $guide_hsts {{
    default "{said.HSTS[1]}";
    ~[.]onion$ "";
}}

server {{
    listen {_PORT};
    root {_ROOT};
    index index.html;
    error_page 404 /404.html;
    absolute_redirect off;
    server_tokens off;

    # Who read what is nobody's business: no log of visits, and of faults only those of the server itself.
    access_log off;
    error_log stderr crit;

    add_header Content-Security-Policy $guide_policy always;
    add_header {said.HSTS[0]} $guide_hsts always;
{always}

    default_type {said.PLAIN};
    types {{
{types}
    }}
    charset {said.CHARSET};
    charset_types {_PACKED};

    gzip on;
    gzip_vary on;
    gzip_types {_PACKED};
}}
"""


def _caddy() -> str:
    always = "\n".join(f'\t\t{name} "{value}"' for name, value in said.ALWAYS.items())
    # Of files that Caddy gives a type of the machine's, or none.
    types = "\n".join(_caddy_type(ending) for ending in ("txt", "sha256", "csv", "xml", "js", "svg", "ods"))
    return f"""# Caddy 2. {_MADE}
# Behind something that ends https, or an onion service. For https by Caddy itself, put the site's name in place of
# :{_PORT} and take out auto_https. Caddy writes no log of visits unless it is told to: write no "log" here.
{{
	admin off
	auto_https off
}}

:{_PORT} {{
	root * {_ROOT}
	encode gzip

	@single path */{SINGLE_FILE}
	@page not path */{SINGLE_FILE}
	header @page Content-Security-Policy "{said.PAGE_POLICY}"
	header @single Content-Security-Policy "{said.SINGLE_POLICY}"
	@named not host *.onion
	header @named {said.HSTS[0]} "{said.HSTS[1]}"
	header {{
{always}
	}}
{types}
	@sums path */SHA256SUMS
	header @sums Content-Type "{said.type_of("SHA256SUMS")}"

	file_server
	handle_errors {{
		rewrite * /404.html
		file_server
	}}
}}
"""


def _caddy_type(ending: str) -> str:
    return f'\t@{ending} path *.{ending}\n\theader @{ending} Content-Type "{said.type_of(f"x.{ending}")}"'


def _static() -> str:
    values = {"Content-Security-Policy": said.policy_for_all(), **said.ALWAYS, said.HSTS[0]: said.HSTS[1]}
    plain = {"Content-Type": said.type_of("SHA256SUMS")}
    return f"# For hosts that read _headers. {_MADE}\n" + _block("/*", values) + _block("/SHA256SUMS", plain)


def _block(path: str, values: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items())
