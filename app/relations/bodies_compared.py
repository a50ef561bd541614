"""What a question asks of several bodies: which document each one's amount stands in, by which name, and what the amounts come to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest import late_re as re
from retrieval.query import DocumentChoice
from retrieval.spelling.load_vocabulary import FOLDER

FILE = FOLDER / "bodies.toml"
BODY = "~"
PIECES = re.compile(r"[~,;?。:、占]+")
RUN = re.compile(r" +")
SHORTEST_ITEM, SHORTEST_PLACE, FEWEST, MOST = 3, 2, 2, 6
KIND_FIRST = re.compile(r"^(?:部门|单位)?(?P<kind>预算|决算)(?:里|中|数)?的?(?=..)")
KIND = re.compile(r"^(?:部门|单位)?(?P<kind>预算|决算)")
COUNTED = re.compile(r"(?:多少|几)(?P<counter>个|家|人|辆|台|名)")
PART_FROM_WHOLE = re.compile(r"[,在占]")  # “甲占甲、乙合计的”, “甲、乙合计里，甲占”
TOGETHER = {("difference", "maximum"): "lead", ("difference", "minimum"): "lag", ("maximum", "minimum"): "extremes"}
Choose = Callable[[str], DocumentChoice]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """All of bodies.toml."""

    around: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    headline: re.Pattern[str]
    spent: re.Pattern[str]
    not_an_item: re.Pattern[str]
    whole: re.Pattern[str]
    relations: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a question says it: where, under which name, and its own year and kind of document where it has them."""

    start: int
    end: int
    organization: str
    year: int | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """The things asked for, each with its body, what is done with them, and of a share the places of the part and of the whole."""

    items: tuple[tuple[str, str], ...]
    relation: str
    counter: str
    is_spent: bool
    part: str = ""
    whole: tuple[str, ...] = ()


@cache
def load_body_words() -> BodyWords:
    """The words around the names in a question of several bodies."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    around = re.compile(f"(?:{'|'.join(data['around'])}|{data['spent']})*")
    closing = re.compile(f"(?:{data['asked']}|{data['closing']})$")
    opening, headline = re.compile(f"^{data['opening']}"), re.compile(f"{data['headline']}$")
    relations = tuple((one["name"], re.compile(one["asked"])) for one in data["relation"])
    spent, not_an_item, whole = (re.compile(data[name]) for name in ("spent", "not_an_item", "whole"))
    return BodyWords(around, opening, closing, headline, spent, not_an_item, whole, relations)


def read_bodies_compared(question: str, choice: DocumentChoice, choose: Choose) -> Compared | None:
    """The amounts of several bodies that a question relates; None where not every word of it is understood, or it asks something else."""
    if choice.units or choice.unknown_organizations or choice.inherited or not FEWEST <= len(choice.organizations) <= MOST:
        return None
    if len(choice.rest) != len(question):
        return None
    choice = replace(choice, rest=_said_again(choice, choose))
    rest = "".join(one if one != " " or told == " " else BODY for one, told in zip(choice.rest, question, strict=True))
    pieces = list(_pieces(rest))
    named = _without_headline([(start, name) for start, piece in pieces if (name := item_in(piece))])
    items = _of_each(named, question, choice, choose)
    words = rest
    for _, name in named:
        words = words.replace(name, "")
    relation = relation_of(re.sub(r"~+", BODY, words), len(choice.organizations))
    if items is None or relation is None:
        return None
    counted = COUNTED.search(words)
    told = Compared(items, relation, counted["counter"] if counted else "", bool(load_body_words().spent.search(rest)))
    return _with_share(told, question, choice, choose) if relation == "share" else told


def _said_again(choice: DocumentChoice, choose: Choose) -> str:
    """The rest of a question without its bodies where they are said a second time, in full or by their place (“…，甲县占多少”)."""
    rest = choice.rest
    for start, piece in list(_pieces(rest.replace(" ", BODY))):
        name = item_in(piece)
        told = choose(name) if len(name) >= SHORTEST_PLACE else choice
        is_body = not told.rest.strip() and set(told.organizations) <= set(choice.organizations) and len(told.organizations) == 1
        if is_body or (len(name) >= SHORTEST_PLACE and sum(name in one for one in choice.organizations) == 1):
            at = rest.index(name, start)
            rest = f"{rest[:at]}{' ' * len(name)}{rest[at + len(name) :]}"
    return rest


def _pieces(rest: str) -> Iterator[tuple[int, str]]:
    """The words between the bodies, each with its place."""
    start = 0
    for found in (*PIECES.finditer(rest), None):
        end = found.start() if found else len(rest)
        if piece := rest[start:end]:
            yield start, piece
        start = found.end() if found else end


def item_in(piece: str) -> str:
    """The name that a piece of a question holds; empty where it only links and asks."""
    words = load_body_words()
    if words.headline.search(piece) or words.around.fullmatch(piece):
        return piece if words.headline.search(piece) else ""
    bare = words.closing.sub("", KIND_FIRST.sub("", words.opening.sub("", KIND_FIRST.sub("", piece))))
    return "" if words.around.fullmatch(bare) or KIND.fullmatch(bare) else bare


def _without_headline(named: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The names without a heading before them that says the same (“接待钱比一比：公务接待费…”)."""
    headline = load_body_words().headline
    heads = [headline.sub("", name).rstrip("钱费的") for _, name in named[:1] if headline.search(name)]
    return list(named[1:]) if heads and len(named) > 1 and heads[0] in named[1][1] else list(named)


def _of_each(named: Sequence[tuple[int, str]], question: str, choice: DocumentChoice, choose: Choose) -> tuple[tuple[str, str], ...] | None:
    """Each body with the name of its thing: one for all, or each its own behind it; None where that is not clear."""
    names = list(dict.fromkeys(name for _, name in named))
    if not names or any(len(name) < SHORTEST_ITEM or load_body_words().not_an_item.search(name) for name in names):
        return None
    if len(names) == 1:
        return tuple((organization, names[0]) for organization in choice.organizations)
    bodies = [one for one in bodies_in(question, choice, choose) if one.organization]
    if len(bodies) != len(choice.organizations) or len(names) != len(bodies):
        return None
    ends = [*(one.start for one in bodies[1:]), len(question)]
    own = [[name for start, name in named if body.end <= start < end] for body, end in zip(bodies, ends, strict=True)]
    return tuple((body.organization, one[0]) for body, one in zip(bodies, own, strict=True)) if all(len(one) == 1 for one in own) else None


def bodies_in(question: str, choice: DocumentChoice, choose: Choose) -> list[Body]:
    """The bodies and years that the question says, in order, each stretch of them with what it names; no body where several are named."""
    found = []
    for run in RUN.finditer(choice.rest):
        said = question[run.start() : run.end()]
        told = choose(said)
        kind = KIND.search(choice.rest[run.end() :])
        year = told.years[0] if len(told.years) == 1 else None
        names = [one for one in choice.organizations if one in told.organizations or said in one]  # “甲市、乙市两局” names the places alone
        name = names[0] if len(names) == 1 else ""
        found.append(Body(run.start(), run.end(), name, year, kind["kind"] if kind else (told.kinds or (None,))[0]))
    return found


def relation_of(words: str, count: int) -> str | None:
    """What is done with the amounts of so many bodies; None where nothing is said of it or what does not go together."""
    found = [name for name, asked in load_body_words().relations if asked.search(words)]
    asked = [name for name in found if name != "each"]
    if "share" in asked:
        return "share" if set(asked) <= {"share", "sum"} else None
    if len(asked) == FEWEST:
        return TOGETHER.get((asked[0], asked[1]))
    if len(asked) > 1 or not found:
        return None
    is_of_many = asked == ["difference"] and count > FEWEST
    return None if is_of_many or asked == ["times"] else found[0]


def _with_share(told: Compared, question: str, choice: DocumentChoice, choose: Choose) -> Compared | None:
    """What is asked with whose part of whose sum it is; None where the sum is not said to be of several bodies."""
    if not load_body_words().whole.search(choice.rest):
        return None
    bodies = [one for one in bodies_in(question, choice, choose) if one.organization]
    for found in PART_FROM_WHOLE.finditer(choice.rest):
        before = tuple(dict.fromkeys(one.organization for one in bodies if one.start < found.start()))
        after = tuple(dict.fromkeys(one.organization for one in bodies if one.start > found.start()))
        part, whole = (after, before) if found[0] == "," else (before, after)
        if len(part) == 1 and len(whole) >= FEWEST and {*part, *whole} == set(choice.organizations):
            return replace(told, part=part[0], whole=whole)
    return None
