"""Everyday words explained in brackets by the document's own name (“手机话费那种补贴(公务通讯补贴)”): the name is what is asked for."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.spelling.label_key import fold, label_key

GLOSS = re.compile(r"(?P<words>[^,;:。?!()“”~\s]{2,14})\((?:就是|即|也就是|指)?(?P<name>[^(),;。?!]{2,20})\)")
ASKS = re.compile(r"多少|几|什么|哪|吗|占|比")
JOINT = re.compile(r".*(?:[和与跟及、]|还有|以及)")  # what stands before these is another thing


def read_glosses(rest: str, index: FactIndex) -> str:
    """`rest` with such words blanked, where the brackets hold a name of the document and the words before end in none."""
    for found in reversed(list(GLOSS.finditer(rest))):
        words = found["words"]
        start = found.start("words") + (joint.end() if (joint := JOINT.match(words)) else 0)
        words = rest[start : found.end("words")]
        is_name = is_known(found["name"], index)
        if is_name and len(words) > 1 and not ASKS.search(words) and not any(is_known(words[at:], index) for at in range(len(words) - 1)):
            rest = f"{rest[:start]}{' ' * len(words)}{rest[found.end('words') :]}"
    return rest


def is_known(name: str, index: FactIndex) -> bool:
    """Whether a row, a column or an amount in the text is called so."""
    return label_key(name) in index.variants or fold(name) in index.variants
