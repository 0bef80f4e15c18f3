"""What a reader with a cheap phone and a bad net waits for: 400 kbit/s, 400 ms, a processor four times slower.

Prints, for a page of each kind that matters most, when something shows first, when the page is complete, what came over
the net (compressed, as hosts send it), in how many requests, and how far the page shifted while it came.
"""

from __future__ import annotations

import gzip
import http.server
import os
import statistics
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "build" / "test-site"
PAGES = {
    "home": "",
    "tree": "facebook/",
    "plan": "facebook/coded-threat/",
    "urgent": "urgent/",
    "result": "escalate/",
    "country": "countries/gt/",
}
RUNS = 3
BYTES_A_SECOND = 400_000 / 8
DELAY_MS = 400
SLOWER = 4
TEXTS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

MEASURE = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const load = performance.getEntriesByType('navigation')[0];
  return {paint: paint ? paint.startTime : null, done: load.loadEventEnd, shift: window.shifted || 0};
}"""
WATCH = """new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifted = (window.shifted || 0) + entry.value;
}).observe({type: 'layout-shift', buffered: true});"""


class Compressed(http.server.BaseHTTPRequestHandler):
    """Serves the built site as a host does: compressed, with its types."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send one file."""
        path = SITE / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        kind = TEXTS.get(path.suffix, "")
        found = kind and path.is_file()
        body = gzip.compress(path.read_bytes(), 6) if found else b""
        self.send_response(200 if found else 404)
        if found:
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Print nothing."""


def visit(browser: Browser, address: str) -> tuple[float, float, int, int, float]:
    """Return ms to the first content, ms to the end, bytes, requests and shift of one first visit."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    limits = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND, "latency": DELAY_MS}
    session.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    came: list[float] = []
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    told = page.evaluate(MEASURE)
    context.close()
    return told["paint"], told["done"], int(sum(came)), len(came), told["shift"]


def main() -> int:
    """Measure and print; 1 when there is no built site or no browser."""
    executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not (SITE / "index.html").is_file() or not Path(executable).exists():
        print("Build the site and install Chromium first: make test-browser does both.", file=sys.stderr)
        return 1
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Compressed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    print(f"First visits at 400 kbit/s, {DELAY_MS} ms, {SLOWER}× slower processor; median of {RUNS}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for name, path in PAGES.items():
            paint, done, size, requests, shift = (
                statistics.median(values)
                for values in zip(*(visit(browser, base + path) for _ in range(RUNS)), strict=True)
            )
            print(
                f"{name:8} first content {paint / 1000:.2f} s | complete {done / 1000:.2f} s | {size / 1000:.1f} KB"
                f" in {requests:.0f} requests | shift {shift:.3f}"
            )
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
