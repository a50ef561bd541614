"""Tokens put together: places with the body they stand before."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re
from retrieval.bodies.mention_words import COUNT, JOINT
from retrieval.bodies.name_token import Token

# What may stand between a place and its body: 的, years, counts, 下属.
LINK = re.compile(
    rf"(?:的|里|下属|所属|下面|本级|这边|那边|这个|那个|这|那|各|{COUNT}{{1,2}}(?:个|家)(?:单位)?|\s|20\d\d年?(?:度)?|(?:部门)?(?:预算|决算)(?:里|中)?|今年|去年)*"
)
QUALIFIER = re.compile(r"[^,。?;!“”]{1,14}的")


@dataclass(frozen=True, slots=True)
class Groups:
    """Tokens put together: places with the body they stand before, places left over, bodies left over."""

    placed: list[tuple[tuple[Token, ...], Token]]
    places: list[Token]
    bodies: list[Token]


def group_tokens(question: str, tokens: list[Token]) -> Groups:
    """The tokens grouped: each body with the places that are listed before it."""
    groups = Groups([], [], [])
    run: list[Token] = []
    for token in tokens:
        if token.is_place:
            if run and not JOINT.fullmatch(question, run[-1].end, token.start):
                groups.places.extend(run)
                run = []
            run.append(token)
        elif token.kind == "name":
            listed = tuple(run) if run and JOINT.fullmatch(question, run[-1].end, token.start) else ()
            groups.places.extend(() if listed else run)
            groups.placed.append(((), token))
            groups.placed.extend([(listed, token)] if listed else [])
            run = []
        elif run and _is_linked(question, run[-1].end, token.start):
            groups.placed.append((tuple(run), token))
            run = []
        else:
            groups.bodies.append(token)
    groups.places.extend(run)
    return groups


def _is_linked(question: str, start: int, end: int) -> bool:
    return bool(LINK.fullmatch(question, start, end) or QUALIFIER.fullmatch(question, start, end))
