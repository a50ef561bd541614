"""The bodies that a question names by their level alone."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.match_generic_name import has_level
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_words import COUNT
from retrieval.catalog import Catalog

LEVEL = re.compile(
    rf"(省|市|县|区|镇|乡|街道)(?:级|里)的?(?:那|这)?{COUNT}?(?:个|家|些)?(?:的)?(?:局|部门|单位|机关|委)(?!预算|决算)"
    r"|(?<![\u4e00-\u9fff])(省|市|县|区)(?:级的?|里的)(?=$|[和与跟、,?呢哪]|20\d\d)|那个(县|区|市)的?(?:局|单位|部门)(?!预算|决算)"
)


def mentions_by_level(question: str, catalog: Catalog) -> list[Mention]:
    """A mention of all loaded bodies of the level, for each level that a question names (那个区的局)."""
    found = []
    for match in LEVEL.finditer(question):
        character = next(group for group in match.groups() if group)
        levelled = ((number, body) for number, body in enumerate(catalog.bodies) if body.documents and body.level)
        fitting = tuple(number for number, body in levelled if has_level(body, character))
        found.append(Mention(fitting, match.group(), (match.span(),), names_body=False))
    return found
