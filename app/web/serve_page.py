"""The program behind `mingzhang serve`: Streamlit's server, and beside it what the first visitor would else wait for."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from app.web.loading import LOADING

PAGE = Path(__file__).with_name("page_app.py")
SECONDS_BETWEEN_LOOKS = 0.05
# While one thread computes an answer, another sends what is ready and waits this long for its turn at each message: by default 5 ms.
SECONDS_PER_TURN = 0.0005


def serve_page() -> None:
    """Serve the page until told to end; the arguments are Streamlit's flags."""
    from streamlit.web.cli import main  # here: processes that read files import this file again

    sys.setswitchinterval(SECONDS_PER_TURN)
    threading.Thread(target=_load_ahead, daemon=True).start()
    main(["run", str(PAGE), *sys.argv[1:]], prog_name="streamlit")


def _load_ahead() -> None:
    """The libraries and the knowledge base, as soon as the server runs: the page finds them loaded, or waits for the rest."""
    from streamlit import runtime

    while not runtime.exists():
        time.sleep(SECONDS_BETWEEN_LOOKS)
    with LOADING:
        from app.web import ask_page, library  # noqa: F401 – the first page is loaded with all that it needs

        library.open_library()


if __name__ == "__main__":
    serve_page()
