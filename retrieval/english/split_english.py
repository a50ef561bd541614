"""English text as plain words: small letters, the singular, American spelling, no contractions, possessives or hyphens."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re

TOKEN = re.compile(r"[A-Za-z]+(?:['’‘”][A-Za-z]+)*|\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?|[,;&%]", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’‘”]s\b|(?<=s)['’‘”](?=\s)", re.IGNORECASE)
CONTRACTED = {
    "what's": "what is", "how's": "how is", "who's": "who is", "where's": "where is", "it's": "it is", "that's": "that is",
    "there's": "there is", "which's": "which is", "what're": "what are", "how'd": "how did", "why'd": "why did", "what'd": "what did",
    "didn't": "did not", "doesn't": "does not", "don't": "do not", "isn't": "is not", "wasn't": "was not", "aren't": "are not",
    "weren't": "were not", "hasn't": "has not", "haven't": "have not", "won't": "will not", "can't": "can not", "whats": "what is",
}  # fmt: skip
SPELLINGS = {
    "labour": "labor", "centre": "center", "programme": "program", "organisation": "organization", "organisational": "organizational",
    "travelling": "traveling", "sub district": "subdistrict", "&": "and", "%": "percent", ";": ",",
}  # fmt: skip
NO_PLURAL = re.compile(r"(?:ss|(?<!ea)us|is)$|^(?:has|was|does|its|this|his|yes|as|versus|news)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question as it is compared, and as it was typed."""

    text: str
    typed: str


def split_english(text: str) -> tuple[Word, ...]:
    """The words of a question or a term in reading order; a comma is one, other marks are none."""
    words: list[Word] = []
    for match in TOKEN.finditer(POSSESSIVE.sub(_without_possessive, text)):
        typed = match.group()
        parts = _spelt(typed.lower().translate(str.maketrans("’‘”", "'''")))
        words += [Word(part.replace(",", "") if part[:1].isdigit() else part, typed) for part in parts]
    return tuple(words)


def _without_possessive(match: re.Match[str]) -> str:
    """Nothing for the 's of “the bureau's”; what belongs to “what's” stays."""
    word = re.split(r"[^A-Za-z]", match.string[: match.start()])[-1].lower()
    return match.group() if f"{word}'s" in CONTRACTED else " "


def _spelt(word: str) -> list[str]:
    parts = CONTRACTED.get(word, word).split()
    return [_singular(SPELLINGS.get(part, part)) for part in parts]


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or NO_PLURAL.search(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
