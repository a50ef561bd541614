"""The keyword index of a whole knowledge base as a file of its folder: making it takes half a minute for a thousand documents."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval.fuse_rankings import PassageKey
from retrieval.keyword_index import KeywordIndex

KEYWORDS = "keywords"  # the folder in a knowledge base's own
LOG = logging.getLogger(__name__)


def keep_keyword_index(
    folder: Path, versions: Sequence[object], keys: Sequence[PassageKey], make: Callable[[], KeywordIndex]
) -> KeywordIndex:
    """The index of exactly these versions of documents: the one that is kept there, else a new one, kept in the place of all others."""
    kept = folder / hashlib.sha256(repr(versions).encode()).hexdigest()[:16]
    try:
        return KeywordIndex.load(kept, keys)
    except (OSError, ValueError, KeyError) as error:
        LOG.debug("no keyword index in %s: %s", kept, error)
    index = make()
    try:
        _keep(index, kept)
    except OSError as error:  # a folder that cannot be written is searched all the same
        LOG.warning("the keyword index cannot be kept in %s: %s", kept, error)
    return index


def _keep(index: KeywordIndex, kept: Path) -> None:
    """Put it there at once and whole: other programs may be reading or making the same."""
    kept.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=kept.parent.parent, prefix="keywords-") as making:
        index.save(Path(making) / kept.name)
        shutil.rmtree(kept, ignore_errors=True)
        with suppress(FileExistsError):
            (Path(making) / kept.name).rename(kept)
    for other in kept.parent.iterdir():
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
