"""What a server says with every file: one truth for nginx, Caddy, static hosts, and the test that walks the site.

The policy of pages is in each page too, for servers of which nobody can set anything. Only a header forbids frames.
"""

from __future__ import annotations

from collections.abc import Mapping

from guide.publishing.around_page import POLICY
from guide.publishing.single import script_source, style_source
from guide.writing.file_names import SINGLE_FILE

#: What no page of ours needs, and no frame in it may ask for: features that browsers know by these names today.
_FEATURES = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation"),
    *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking"),
)
_NO_FRAMES = "frame-ancestors 'none'"
#: For pages. A plan as one file has its own policy inside, which names its very style and script.
PAGE_POLICY = f"{POLICY}; {_NO_FRAMES}"
SINGLE_POLICY = _NO_FRAMES

#: Besides the policy, for every file.
ALWAYS: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Five minutes: a number that was found wrong must be gone soon. No company may alter a page on its way.
    "Cache-Control": "max-age=300, no-transform",
}
#: Only over https: an onion address has none, and needs none.
HSTS = ("Strict-Transport-Security", "max-age=31536000")

#: Type of each kind of file of a site; those that are text with their charset.
TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "sha256": "text/plain",
    "csv": "text/csv",
    "xml": "application/xml",
    "json": "application/json",
    "pdf": "application/pdf",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "zip": "application/zip",
}
#: Of a file whose name has no ending: the list of digests.
PLAIN = "text/plain"
CHARSET = "utf-8"
#: Types that are text, so that their charset is told.
TEXTS = ("text/html", "text/css", "text/javascript", "image/svg+xml", "text/plain", "text/csv", "application/xml")


def policy_for_all() -> str:
    """Return a policy that serves pages and plans as one file alike, for hosts where one value holds for all paths.

    It names style and script of those plans by digest. In a page that changes nothing: the page's own policy holds too.
    """
    style, script = f"style-src 'self' {style_source()}", f"script-src 'self' {script_source()}"
    return PAGE_POLICY.replace("style-src 'self'", style).replace("script-src 'self'", script)


def type_of(path: str) -> str:
    """Return the type of the file at ``path``, with its charset; raises KeyError for an ending that no site has."""
    name = path.rpartition("/")[2]
    plain = TYPES[name.rpartition(".")[2]] if "." in name else PLAIN
    return f"{plain}; charset={CHARSET}" if plain in TEXTS else plain


def headers_of(path: str) -> dict[str, str]:
    """Return what a server says with the file at ``path``, over https."""
    policy = SINGLE_POLICY if path.endswith(f"/{SINGLE_FILE}") else PAGE_POLICY
    return {"Content-Type": type_of(path), "Content-Security-Policy": policy, **ALWAYS, HSTS[0]: HSTS[1]}
