"""What several test modules share: the real documents beside the repository, and no way out to the network."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
LOCAL_HOSTS = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """One switch writes the expected texts anew, to be reviewed like code."""
    parser.addoption("--rewrite", action="store_true", help="write expected texts anew instead of comparing them")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and known answers beside the repository."""
    if not (SHARED / "documents").is_dir():
        pytest.skip(f"needs the real documents in {SHARED}, which are not part of the repository")
    return SHARED


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to another machine fails the test that tries it; this machine's own sockets stay."""
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL_HOSTS:
            raise OSError(f"a test tried to reach {address[0]}: tests use no network")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)
    monkeypatch.setattr(socket, "getaddrinfo", _resolve_locally(socket.getaddrinfo))


def _resolve_locally(getaddrinfo: Any) -> Any:
    def resolve(host: Any, *rest: Any, **named: Any) -> Any:
        if host not in LOCAL_HOSTS and host is not None:
            raise OSError(f"a test tried to look up {host}: tests use no network")
        return getaddrinfo(host, *rest, **named)

    return resolve
