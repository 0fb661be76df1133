"""A server on loopback that says whatever bytes it is told, as slowly as it is told."""

import contextlib
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Raw:
    """A running server: its address, and the requests that came."""

    base_url: str
    asked: list[bytes] = field(default_factory=list)


def whole_request(connection):
    """Read a request, its body included."""
    data = b""
    while b"\r\n\r\n" not in data:
        block = connection.recv(65536)
        if not block:
            return data
        data += block
    head, _, body = data.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    left = int(fields.get(b"content-length", 0)) - len(body)
    while left > 0 and (block := connection.recv(min(left, 65536))):
        data += block
        left -= len(block)
    return data


@contextmanager
def raw(speak):
    """Run a server that calls `speak(send, stopped)` for each request; `send` takes bytes."""
    stopped = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    told = Raw(f"http://127.0.0.1:{listener.getsockname()[1]}/v1")

    def serve(connection):
        with connection, contextlib.suppress(OSError):
            told.asked.append(whole_request(connection))
            speak(connection.sendall, stopped)
            connection.shutdown(socket.SHUT_RDWR)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield told
    finally:
        stopped.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


OK = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"


def said(*parts):
    """Say these bytes and end."""
    return lambda send, _stopped: [send(part) for part in parts]


def drip(first, unit=b" ", seconds=0.05):
    """Say `first`, and then a little again and again."""

    def speak(send, stopped):
        send(first)
        while not stopped.wait(seconds):
            send(unit)

    return speak


def flood(first, block):
    """Say `first`, and then as much as is taken."""

    def speak(send, stopped):
        send(first)
        while not stopped.is_set():
            send(block)

    return speak
