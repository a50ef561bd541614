"""One thread at a time loads the libraries behind the pages: of two that load parts of one library at once, one may see half of it."""

from __future__ import annotations

import threading

LOADING = threading.Lock()
