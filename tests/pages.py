"""A local site that behaves, and misbehaves, as real ones do."""

# ruff: noqa: E501 - markup reads better on its line

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.files import PAGE, RSS, TITLE


@dataclass
class Site:
    """A running site: what it was asked for, and what it answers to each path."""

    url: str
    asked: list[str] = field(default_factory=list)
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)

    def page(self, path: str, body: str | bytes = PAGE, *, status: int = 200, **headers: str) -> str:
        """Put a page at a path; gives its address."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, data)
        return self.url + path

    def feed(self, path: str, *links: str, etag: str | None = None) -> str:
        """Put a feed at a path that announces pages."""
        items = "".join(
            f"<item><title>{TITLE}</title><guid>{link}</guid><link>{link}</link><description>Le port rouvre.</description></item>"
            for link in links
        )
        page = RSS.split("<item>", 1)[0] + items + "</channel></rss>"
        return self.page(path, page, ETag=etag) if etag else self.page(path, page)

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return Counter(self.asked)[path]


@contextmanager
def site() -> Iterator[Site]:  # noqa: C901 - a fault a method
    """A site on this machine. Some paths misbehave: /endless, /silent, /slow, /closed, /round."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            running.asked.append(self.path)
            misbehave = getattr(self, f"_{self.path.strip('/')}", None)
            if misbehave is not None:
                misbehave()
                return
            status, headers, data = running.pages.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, data = 304, b""
            self._answer(status, headers, data)

        def _answer(self, status, headers, data):
            self.send_response(status)
            for name, value in {
                "Content-Type": "text/html",
                **headers,
                "Content-Length": str(len(data)),
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def _endless(self):
            """300 MB, and no word of how many."""
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            try:
                for _ in range(300):
                    self.wfile.write(b"<p>Le port rouvre.</p>" * 50_000)
            except OSError:
                pass

        def _large(self):
            """300 MB, and says so."""
            self.send_response(200)
            self.send_header("Content-Length", "300000000")
            self.end_headers()
            self.close_connection = True

        def _silent(self):
            time.sleep(2)
            self.close_connection = True

        def _slow(self):
            """A byte now and then."""
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            try:
                for _ in range(100):
                    self.wfile.write(b"<")
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                pass

        def _closed(self):
            self.close_connection = True

        def _empty(self):
            self._answer(200, {}, b"")

        def _round(self):
            self._answer(302, {"Location": "/round"}, b"")

        def _inside(self):
            self._answer(302, {"Location": "http://169.254.169.254/secret"}, b"")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    running = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
