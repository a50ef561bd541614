"""A question written in pinyin, throughout or in part, in Chinese characters: names of bodies, of labels, words of questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from ingest import late_re as re
from retrieval.spelling.romanize import romanize

WORDS = Path(__file__).parents[1] / "vocabulary" / "pinyin_words.txt"
SYLLABLES = Path(__file__).parents[1] / "vocabulary" / "syllables.txt"
PIECE = re.compile(r"[a-z]+|\d+(?:\.\d+)?%?|[^\sa-z\d]")
SPELLING = str.maketrans({"ü": "v", "'": "", "’": ""})  # xi'an
CURLED = re.compile(r"^([zcs])h")
NASAL = re.compile(r"(?<=[aei])ng$")
FEWEST = 6  # syllables; fewer may be English
FEWEST_WITHIN = 2  # beside Chinese characters
LETTERS = re.compile(r"[A-Za-z'’]+(?:\s+[A-Za-z'’]+)*")
HAN = re.compile(r"[一-鿿]")
LONGEST = 24

Sounds = tuple[str, ...]


def read_pinyin(question: str, names: Iterable[str]) -> str:
    """The question in characters; empty unless every syllable is of one of these names or of a word of questions.

    Confusable sounds (zh and z, ing and in) are one. Where two names sound alike, the question is left unread.
    """
    pieces = [syllables_of(piece) for piece in PIECE.findall(question.lower().translate(SPELLING))]
    if not all(pieces) or sum(one.isalpha() for piece in pieces for one in piece) < FEWEST:
        return ""
    sounds = [folded(one) for piece in pieces for one in piece]
    known = {**sounding(_words()), **sounding(names)}
    return spelled(sounds, known)


def read_within(question: str, names: Iterable[str]) -> str:
    """A question of Chinese characters with its words in pinyin (dianfei) in characters; empty where it has none that is known."""
    if not HAN.search(question) or not LETTERS.search(question):
        return ""
    known = {**sounding(_words()), **sounding(names)}
    changed = False

    def written(found: re.Match[str]) -> str:
        nonlocal changed
        pieces = [syllables_of(piece) for piece in found[0].lower().translate(SPELLING).split()]
        sounds = [folded(one) for piece in pieces for one in piece]
        text = spelled(sounds, known) if all(pieces) and len(sounds) >= FEWEST_WITHIN else ""
        changed = changed or bool(text)
        return text or found[0]

    text = LETTERS.sub(written, question)
    return re.sub(r"(?<=[一-鿿])\s+(?=[一-鿿])", "", text) if changed else ""


def spelled(sounds: list[str], known: Mapping[Sounds, frozenset[str]]) -> str:
    """Characters for a row of sounds, the longest names first; empty where a stretch is none or may be two."""
    text, at = "", 0
    while at < len(sounds):
        if not sounds[at].isalpha():
            text, at = text + sounds[at], at + 1
            continue
        spans = (end for end in range(min(len(sounds), at + LONGEST), at, -1) if tuple(sounds[at:end]) in known)
        end = next((end for end in spans if end == len(sounds) or can_go_on(sounds[end:], known)), at)
        meant = known.get(tuple(sounds[at:end]), frozenset())
        if len(meant) != 1:
            return ""
        text, at = text + next(iter(meant)), end
    return text


def can_go_on(sounds: list[str], known: Mapping[Sounds, frozenset[str]]) -> bool:
    """Whether something known begins with these sounds."""
    return not sounds[0].isalpha() or any(tuple(sounds[:length]) in known for length in range(1, min(len(sounds), LONGEST) + 1))


def sounding(names: Iterable[str]) -> dict[Sounds, frozenset[str]]:
    """The names by how they sound."""
    found: dict[Sounds, set[str]] = {}
    for name in names:
        if sounds := sounds_of(name):
            found.setdefault(sounds, set()).add(name)
    return {sounds: frozenset(same) for sounds, same in found.items()}


@lru_cache(maxsize=16_384)
def sounds_of(name: str) -> Sounds:
    """How a name of characters alone sounds; nothing for any other."""
    return tuple(map(folded, romanize(name))) if re.fullmatch(r"[一-鿿]{1,24}", name) else ()


def folded(syllable: str) -> str:
    """A syllable with its confusable sounds folded into one."""
    return NASAL.sub("n", CURLED.sub(r"\1", syllable.replace("ü", "v")))


@lru_cache(maxsize=4096)
def syllables_of(piece: str) -> tuple[str, ...]:
    """The syllables that a word is made of, the longest first; another piece as it is, a word of no syllables nothing."""
    if not piece.isascii() or not piece.isalpha():
        return (piece,)
    for end in range(min(len(piece), 6), 0, -1):
        if piece[:end] in _syllables():
            rest = syllables_of(piece[end:]) if end < len(piece) else ()
            if end == len(piece) or rest:
                return (piece[:end], *rest)
    return ()


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_entries(SYLLABLES))


@cache
def _words() -> tuple[str, ...]:
    return tuple(_entries(WORDS))


def _entries(file: Path) -> list[str]:
    return " ".join(line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")).split()
