"""How far the everyday words of a question and the printed name of a row say the same (买书: 图书购置费)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from app.question.evidence_words import LETTER, read_asked
from ingest import late_re as re
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER

ONE = re.compile(  # 一座, 每一户, 单间, 人均 are all one of a kind
    r"(?:平均)?(?:每|(?<![第统唯专之同万])一)一?个?([^\W\d年共样般直起些下定旦切律致块边方面批月天])"
    r"|单([座位间处条台套件户人株只个家块辆])|([人户亩])均|/(人|户|生|册|点|亩|间|座|公里|平方米|台|株|场)"
)
EACH = re.compile(r"每[一-鿿]")
WORDS = re.compile(r"[一-鿿]+")
PART = re.compile(r"[^和及、]+")
SHARED_END = re.compile(  # said of every part of a name
    r"(?:购置|采购|建设|维修|改造|维护|养护|运维|更换|管理|服务|补助|运行)(?:费|经费|项目|资金)*$"
)
LONGEST_LEFT = 3  # so much of its name may be left where a body was called by half of it (三院, 镇)


@dataclass(frozen=True, slots=True)
class Things:
    """A question in one spelling, where in it something is named, and what of that may be left of its body's name."""

    text: str
    named: frozenset[int]
    left: frozenset[int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The shares of the question's and of the name's characters that the other says too, and how many of the question's these are.

    `is_whole` says that the name joins nothing to the thing asked for that the question does not speak of (甲与乙 for 甲).
    `unsaid` are the runs of the question's characters that neither the name nor what stands around it says.
    """

    asked: float
    name: float
    held: int
    is_whole: bool
    unsaid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    groups: tuple[re.Pattern[str], ...]
    talk: re.Pattern[str]
    generic: re.Pattern[str]


def agreement(things: Things, name: str, around: str = "") -> Agreement:
    """How far the things asked for agree with a row's name; what stands around it may say the rest of them."""
    own = same_spelling(name)
    named = _letters(_words().generic.sub(_blank, own))
    said = _met(things.text, own, things.named)
    held = said | (_met(things.text, f"{own};{same_spelling(around)}", things.named) if said else frozenset())
    wanted = things.named - (things.left - held)
    shared = _met(own, _bare(things), named)
    parts = [named & set(range(*part.span())) for part in PART.finditer(SHARED_END.sub("", own))]
    is_whole = len(parts) < 2 or all(shared & part for part in parts if part)
    unsaid = "".join(letter if at in wanted - held else " " for at, letter in enumerate(things.text)).split()
    asked, told = len(held) / len(wanted) if wanted else 0.0, len(shared) / len(named) if named else 0.0
    return Agreement(asked, told, len(held), is_whole, tuple(unsaid))


@lru_cache(maxsize=256)
def asked_things(rest: str, body: str = "") -> Things:
    """What a question names, all that only asks apart."""
    text = same_spelling(re.sub(r"\s+", "~", rest))
    kept = {at for found in EACH.finditer(text) for at in range(*found.span())}
    talk = read_asked(text).talk | {at for found in _words().talk.finditer(text) for at in range(*found.span())}
    named = frozenset(at for at, letter in enumerate(text) if LETTER.match(letter) and at not in talk - kept)
    first = WORDS.search(text)
    start, end = (first.start(), first.end()) if first else (0, 0)
    left = takewhile(lambda at: text[at] in body, range(start, min(end, start + LONGEST_LEFT)))
    return Things(text, named, frozenset(left) & named)


def same_spelling(text: str) -> str:
    """A folded text in which one of a kind is always 每."""
    return ONE.sub(lambda found: f"每{found[1] or found[2] or found[3] or found[4]}", fold(text))


def is_of_one(name: str) -> bool:
    """Whether a name speaks of one of a kind (单座…成本, 每株…费用)."""
    return bool(ONE.search(fold(name)))


def _bare(things: Things) -> str:
    return "".join(letter if at in things.named else "~" for at, letter in enumerate(things.text))


def _met(text: str, other: str, letters: frozenset[int]) -> frozenset[int]:
    """Which letters of a text another says: by the same two characters, by a word of the same meaning, or a lone character."""
    pairs = (start for start in range(len(text) - 1) if _is_word(text[start : start + 2]) and text[start : start + 2] in other)
    met = {at for start in pairs for at in (start, start + 1)}
    for group in _words().groups:
        if group.search(other):
            met |= {at for found in group.finditer(text) for at in range(*found.span())}
    unmet = letters - met
    return frozenset(letters & met | {at for at in unmet if not {at - 1, at + 1} & unmet and text[at] in other})


def _is_word(text: str) -> bool:
    return all(map(LETTER.match, text))


def _letters(text: str) -> frozenset[int]:
    return frozenset(at for at, letter in enumerate(text) if LETTER.match(letter))


def _blank(found: re.Match[str]) -> str:
    return "~" * len(found[0])


@cache
def _words() -> _Words:
    data = tomllib.loads((FOLDER / "same_words.toml").read_text("utf-8"))
    spelt = ("|".join(sorted(map(re.escape, group.split("|")), key=len, reverse=True)) for group in data["groups"])
    return _Words(tuple(map(re.compile, spelt)), re.compile("|".join(data["talk"])), re.compile(data["generic"]))
