"""What a clause names that no label has: what was meant is then not all that was found."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.clauses.clause import Clause, blanked
from retrieval.clauses.clause_words import content, named_in
from retrieval.clauses.make_task import COUNTED_UNIT
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.unexplained import unexplained

LONG_NAME = 4
SHORTEST_NAME = 3
NAMED_ITEM = re.compile(r"([一-鿿]{2,12})(?:项目|工程|经费|补贴|补助|专项|活动|采购)")
LONE_BODY = re.compile(r"(?:^|[的~\s])(馆|站|所|队|校|中心)(?=[的~■\s]|$)")  # 某县的馆: a body called by its type alone


def unread_names(asked: Clause, index: FactIndex, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The content words of a clause, the row before a bare column and the item beside a bare total that nothing accounts for."""
    return (
        *content(COUNTED_UNIT.sub(blanked, asked.masked), index, vocabulary),
        *named_before_column(asked.masked, asked.mentions, vocabulary),
        *named_beside_totals(asked.masked, asked.mentions, vocabulary),
    )


def named_before_column(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a clause names right before a column (“…数量的指标值”) and no label has: the row that was meant."""
    if not all(one.is_column for one in mentions):
        return ()
    ends = {start + len(segment): re.sub(r"[\W\d_a-z]", "", segment) for start, segment in unexplained(masked, vocabulary)}
    words = (ends.get(one.start, "") for one in mentions)
    return tuple(word for word in words if len(word) >= LONG_NAME)


def named_beside_totals(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a clause names beside all spending (“…队花了多少”, “医疗方面的支出”) and no label has: then not all of it is meant."""
    if not all(one.is_total for one in mentions):
        return ()
    shortest = SHORTEST_NAME if all(one.is_weak for one in mentions) else 2
    words = (named_in(segment, vocabulary) for _, segment in unexplained(masked, vocabulary))
    items = (found[1] for found in NAMED_ITEM.finditer(masked) if len(named_in(found[1], vocabulary)) >= 2)
    return (*(word for word in words if len(word) >= shortest), *items, *LONE_BODY.findall(masked))
