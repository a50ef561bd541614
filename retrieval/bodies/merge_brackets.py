"""A name and a second name in brackets as one mention."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ingest import late_re as re
from retrieval.bodies.mention import Mention

BRACKET_INSIDE = re.compile(r"\s*\(\s*")


def merge_brackets(question: str, mentions: list[Mention]) -> list[Mention]:
    """X中心(Y服务中心): a second name in brackets belongs to the first."""
    merged: list[Mention] = mentions[:1]
    for before, mention in pairwise(mentions):
        opening = mention.spans[0][0]
        between = question[before.end : opening]
        last = merged[-1]
        common = tuple(number for number in last.bodies if number in mention.bodies)
        if BRACKET_INSIDE.fullmatch(between) and question[mention.end : mention.end + 1] == ")" and (common or not last.bodies):
            merged[-1] = replace(
                last, bodies=common or mention.bodies, spans=(*last.spans, (before.end, mention.end + 1)),
                asked=last.asked + question[before.end : mention.end + 1], understood=last.understood,
            )
        elif mention.bodies != last.bodies or not mention.bodies or mention.names_body != last.names_body:
            merged.append(mention)
    return merged
