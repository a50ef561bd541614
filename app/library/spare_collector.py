"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# A document is some ten thousand objects, none of which refers back to another: looking through all of them again and again finds
# nothing and doubles the time of a first question. Other garbage is still found, later.
YOUNG, MIDDLE, OLD = 50_000, 20, 100


def spare_collector() -> None:
    """Let the collector run seldom in this process, which holds many documents."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)
