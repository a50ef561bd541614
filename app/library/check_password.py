"""Whether a given password is the one that the settings name, in the same time whatever is given."""

from __future__ import annotations

import hmac


def is_password(given: str, wanted: str | None) -> bool:
    """True only where there is a password and this is it."""
    return hmac.compare_digest(given.encode(), (wanted or "").encode()) and bool(wanted)
