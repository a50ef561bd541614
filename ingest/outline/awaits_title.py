"""Whether a part's number still awaits its title."""

from __future__ import annotations

import re

from ingest.outline.headings import TITLE_ENDINGS, read_numbering
from ingest.outline.is_part import is_part


def awaits_title(text: str) -> bool:
    """Whether the text is the number of a part, alone or with words that end no title."""
    numbering = read_numbering(text)
    return numbering is not None and is_part(numbering) and not TITLE_ENDINGS.search(re.sub(r"\s", "", numbering.rest))
