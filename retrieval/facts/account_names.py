"""The accounts and catalogue classes behind the thing that a row names."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ingest.labels.table_words import ACCOUNT_NAME, GOODS_NAME
from retrieval.spelling.label_key import is_neutral_label


def account_names(keys: Sequence[str], bodies: Set[str]) -> set[str]:
    """The accounts and catalogue classes behind the thing that a row names (2070111文化创作与保护 behind a project): they class the row."""
    named = [key for key in keys if key not in bodies and not is_neutral_label(key)]
    return {key for key in named[1:] if ACCOUNT_NAME.fullmatch(key) or GOODS_NAME.fullmatch(key.upper())}
