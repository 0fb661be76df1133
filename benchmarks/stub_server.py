"""A chat model's server that answers soundly and says nothing, as fast as one process can.

    python -m benchmarks.stub_server [--delay SECONDS] [--keep]

It prints its address, and runs until it is ended. `GET /asked` gives how many requests came; with
`--keep`, `GET /requests` gives them all. Throughput is measured against it, so it does as little as it can:
HTTP is read by hand, and an answer that was given once is given from memory.
"""

import argparse
import asyncio
import json

from tests.sound import sound

END = b"\r\n\r\n"


class Stub(asyncio.Protocol):
    """One connection; requests on it come one after the other."""

    asked = 0
    kept: list[bytes] | None = None
    delay = 0.0
    answers: dict[int, bytes] = {}  # noqa: RUF012 - one memory for all connections

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is whole."""
        self.buffer += data
        head, found, rest = self.buffer.partition(END)
        if not found:
            return
        length = 0
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if len(rest) < length:
            return
        self.buffer = rest[length:]
        if head.startswith(b"GET"):
            self.reply(_told(head.split(b" ")[1]))
            return
        reply = _answer(rest[:length])
        if Stub.delay:
            asyncio.get_running_loop().call_later(Stub.delay, self.reply, reply)
        else:
            self.reply(reply)

    def reply(self, body: bytes) -> None:
        """Send a body, where somebody still listens."""
        if not self.transport.is_closing():
            head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d" % len(body)
            self.transport.write(head + END + body)


def _answer(request: bytes) -> bytes:
    Stub.asked += 1
    if Stub.kept is not None:
        Stub.kept.append(request)
    key = hash(request)
    if key not in Stub.answers:
        if len(Stub.answers) > 20_000:
            Stub.answers.clear()
        Stub.answers[key] = json.dumps(sound(json.loads(request)).body).encode()
    return Stub.answers[key]


def _told(path: bytes) -> bytes:
    if path == b"/requests":
        return b"[" + b",".join(Stub.kept or []) + b"]"
    return str(Stub.asked).encode()


async def serve() -> None:
    """Listen on a free port until the process is ended."""
    server = await asyncio.get_running_loop().create_server(Stub, "127.0.0.1", 0, backlog=256)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--keep", action="store_true", help="keep the requests")
    given = parser.parse_args()
    Stub.delay = given.delay
    Stub.kept = [] if given.keep else None
    asyncio.run(serve())
