"""“甲局（不含乙中心）” of a department of several units: all the others together, not its own level alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.identity.organization_forms import fold_name
from retrieval.bodies.mention import Mention
from retrieval.bodies.name_units import OWN_LEVEL_APART
from retrieval.catalog import Catalog, own_level_name
from retrieval.query import DocumentChoice

TOGETHER = "一共"
ALL_OTHERS = re.compile(r"(?:下属|所属|二级|其他)(?:的)?(?:单位|预算单位|机构|中心)")


def leave_out_units(choice: DocumentChoice, left_out: Sequence[Mention], question: str, catalog: Catalog) -> DocumentChoice:
    """The choice with the units that remain when some are left out, asked for as one; as it is where only the own level remains."""
    excluded = {number for one in left_out for number in one.bodies}
    document = next((one for one in catalog.documents if (one.id,) == choice.documents), None)
    if document is None or not excluded or ALL_OTHERS.search(question) or OWN_LEVEL_APART.search(question):
        return choice
    aliases = {fold_name(name) for name in document.aliases}  # a former name of the department itself is no unit
    others = [
        printed for number, body in enumerate(catalog.bodies) if number not in excluded
        for parent, printed in body.parents if parent.id == document.id and fold_name(printed) not in aliases
    ]  # fmt: skip
    own = own_level_name(document)
    if not others or own is None or choice.units != (own,):
        return choice
    start, end = left_out[0].spans[0]
    rest = f"{choice.rest[:start]}{TOGETHER}{choice.rest[start + len(TOGETHER) :]}" if end - start > len(TOGETHER) else choice.rest
    return replace(choice, units=(own, *others), rest=rest)
