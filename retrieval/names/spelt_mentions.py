"""Every stretch of a question that is spelt as a label, a usual word for one, a standard name or a code; they may overlap."""

from __future__ import annotations

from collections.abc import Iterator

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.spelling.load_vocabulary import Synonym, Vocabulary
from retrieval.spelling.scopes import NAMES

LONGEST = 40
LONGEST_PLAIN = 6  # a longer printed name may stand for the usual word that it ends in
GRANTS, NOT = "财政拨款", "非"
SIDES = ("收入", "支出")
CODE = re.compile(r"(?<![\d.])(?:\d{5,21}|\d{3,4}(?!年))(?![\d.]|万|元|%)")
ACCOUNT_CODE = re.compile(r"2\d{6}|[35]0\d{3}")  # of a function, or of an economic class of the department or the government

CLASS_CODE = re.compile(
    r"(?<![\d.])(?P<code>[35]\d{2}|2\d{2}(?:\d{2})?)(?:(?:类|款)?科目|类|款|(?=合计|总计|总额|商品和服务支出|工资福利支出|对个人和家庭))"
)  # a class or a group of accounts, by its number alone


def spelt_mentions(text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Mention]:
    """The mentions of a folded question as it spells them."""
    yield from by_pattern(text, index, vocabulary)
    yield from by_word(text, index, vocabulary)


def codes(text: str, index: FactIndex) -> Iterator[Mention]:
    """Codes of units, projects and accounts that the document prints, and of accounts that it does not: then they are asked for in vain."""
    for found in CODE.finditer(text):
        if found[0] in index.codes or (index.codes and ACCOUNT_CODE.fullmatch(found[0])):
            yield Mention(found.start(), found.end(), found[0], (), code=found[0])
    for found in CLASS_CODE.finditer(text):
        if found["code"] not in index.codes and any(code.startswith(found["code"]) for code in index.codes):
            yield Mention(found.start(), found.end(), found[0], (), code=found["code"])


def by_pattern(text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Mention]:
    """The stretches of the text that a synonym's patterns describe (“总共打算花多少钱”)."""
    for one in vocabulary.synonyms:
        names = one.names if one.patterns else ()
        keys = dict.fromkeys(key for name in names for key in printed_as(name, index))
        if one.is_column and not keys:
            continue
        for found in (match for pattern in one.patterns for match in re.finditer(pattern, text)):
            yield Mention(*found.span(), found[0], tuple(keys), is_weak=one.is_weak, is_total=one.is_total, is_column=one.is_column)


def by_word(text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Every stretch of the text that is a label's spelling, a synonym or a standard name."""
    synonyms = by_spelling(vocabulary)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            if one := word_at(start, end, text, synonyms, index, vocabulary):
                yield one


def word_at(
    start: int, end: int, text: str, synonyms: dict[str, list[Synonym]], index: FactIndex, vocabulary: Vocabulary
) -> Mention | None:
    """The mention that one stretch of the text is; None where it names nothing."""
    asked = text[start:end]
    if asked.startswith(GRANTS) and text[:start].endswith(NOT):
        return None  # 非财政拨款: what is no grant
    keys = tuple(index.variants.get(asked, ()))
    found = [one for one in synonyms.get(asked, ()) if applies(one, text)]
    if keys and len(asked) > LONGEST_PLAIN and not found:
        found = [one for length in range(len(asked) - 1, 3, -1) for one in synonyms.get(asked[-length:], ()) if one.is_ending]
    meant = keys_meant(found, index)
    if not keys and not meant:
        found = [one for one in found if not one.is_column]
    if text[end : end + 2] in SIDES:
        keys = tuple(key for key in keys if not key.endswith(SIDES) or key == asked + text[end : end + 2])
    if not (keys or found or asked in vocabulary.standard_names):
        return None
    is_strong = bool(keys) or not found or any(not one.is_weak for one in found)
    if not (keys or meant) and NAMES.fullmatch(asked):
        meant = sorted(key for key in index.postings if key.startswith(asked) and key not in index.titles)
    is_column = all(one.is_column for one in found) if found else names_column(keys, index)
    named = tuple(dict.fromkeys([*sorted(keys), *meant]))
    return Mention(start, end, asked, named, is_weak=not is_strong, is_total=any(one.is_total for one in found), is_column=is_column)


def keys_meant(found: list[Synonym], index: FactIndex) -> list[str]:
    """The keys of the document for which synonyms stand, likeliest first."""
    named = [key for one in found for name in one.names for key in printed_as(name, index)]
    return named + [key for one in found for pattern in one.holding for key in sorted(index.postings) if re.search(pattern, key)]


def printed_as(name: str, index: FactIndex) -> list[str]:
    """The keys of the document that print a name."""
    return sorted(index.variants.get(name, {name} & index.postings.keys()))


def names_column(keys: tuple[str, ...], index: FactIndex) -> bool:
    """Whether keys name only a form's columns (分值, 偏差度): no row and no table bears them, and no amount of money stands there."""
    facts = [index.facts[number] for key in keys for number in index.postings.get(key, ())]
    return bool(facts) and all(
        not fact.is_money and fact.headers and set(keys) & set(fact.headers[-1:]) and not set(keys) & {key for key, _ in fact.labels}
        for fact in facts
    )


def by_spelling(vocabulary: Vocabulary) -> dict[str, list[Synonym]]:
    """The synonyms by each of their asked words."""
    found: dict[str, list[Synonym]] = {}
    for synonym in vocabulary.synonyms:
        for word in synonym.asked:
            found.setdefault(word, []).append(synonym)
    return found


def applies(synonym: Synonym, text: str) -> bool:
    """Whether a synonym holds for a question that counts things, or for one that does not."""
    counts = r"(?:几|多少|每)\s*(?:{})"
    if synonym.counted:
        return bool(re.search(counts.format("|".join(synonym.counted)), text))
    return not (synonym.unless_counted and re.search(counts.format("|".join(synonym.unless_counted)), text))
