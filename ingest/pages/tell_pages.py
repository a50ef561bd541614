"""Which page of a scanned file is being recognised, told to whoever listens in this process: it takes seconds a page."""

from __future__ import annotations

from collections.abc import Callable

PageListener = Callable[[str, int, int], None]
_listeners: list[PageListener] = []


def listen_to_pages(listener: PageListener) -> None:
    """From now on tell this one the file's name, the page (from 1) and the number of pages, before each page."""
    _listeners[:] = [listener]


def tell_page(name: str, page: int, pages: int) -> None:
    """Say that a page of a file is being recognised now."""
    for listener in _listeners:
        listener(name, page, pages)
