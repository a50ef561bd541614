"""How many devices above a value there are (单价100万元以上的设备), as the section on assets counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, names_of, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Paragraph, Section

ASKED = re.compile(r"(\d+)\s*万(?:元)?\s*(?:\(含\)|（含）)?\s*(?:以上|及以上)")
DIGITS = {"百万": 100, "一百万": 100, "两百万": 200, "二百万": 200, "五十万": 50, "二十万": 20, "十万": 10, "五百万": 500, "千万": 1000}
SPELT = re.compile("|".join(sorted(DIGITS, key=len, reverse=True)))
THING = re.compile(r"设备|仪器|资产|通用|专用")
ASKS = re.compile(r"[几多]少?\s*[台套件个]|有没有|有无|吗|多少|数量|呢[?]?$")
KIND = re.compile(r"通用|专用")
COUNTED = re.compile(
    r"[^，。；、]*?(\d+)\s*万元\s*(?:（含）|\(含\))?\s*(?:及)?以上[^，。；\d]*?\d+\s*[台套件个](?:[（(][台套件]+[）)])?"
    r"(?:，(?:分别)?(?:为|是|即|包括)[^；。]*)?"
)
BUYING = re.compile(r"购置|购买|新增|采购|买|添置")
CLAUSE = re.compile(r"[^?？。;；]+")
DATE = re.compile(r"(20\d\d)\s*年(?:度)?\s*(?:期?末|底|年末|\d{1,2}\s*月)")
LAST_YEAR_END = re.compile(r"(?:上年|去年|上年度)(?:期?末|底)")


def answer_equipment(asked: TextQuestion) -> Answer | None:
    """The clause that counts devices above the value asked for; None where none does, or for another day."""
    rest = SPELT.sub(lambda found: f"{DIGITS[found[0]]}万", asked.rest)
    wanted = _wanted(rest)
    if not wanted or not THING.search(rest) or not ASKS.search(rest):
        return None
    founds = [found for document in asked.documents if (found := _find(document, asked, wanted))]
    if not founds and any(True for document in asked.documents for _ in _counts(document)):
        return Answer("not_found", wording.NO_EQUIPMENT.format(documents=names_of(asked.documents)), answered_by="quote")
    return offer_founds(asked, founds)


def _wanted(rest: str) -> list[tuple[str, str]]:
    """Each value asked for with the words that are asked of it; “还要再买几台” asks for the last one once more."""
    wanted: list[tuple[str, str]] = []
    for clause in CLAUSE.findall(rest):
        thresholds = list(ASKED.finditer(clause))
        cuts = [0, *(one.start() for one in thresholds[1:]), len(clause)]
        wanted += [(one[1], clause[start:end]) for one, start, end in zip(thresholds, cuts, cuts[1:], strict=False)]
        if not thresholds and wanted and BUYING.search(clause) and ASKS.search(clause):
            wanted.append((wanted[-1][0], clause))
    return wanted


def _find(document: Document, asked: TextQuestion, wanted: Sequence[tuple[str, str]]) -> Found | None:
    """The clauses that count what is asked for, each value with the words that are asked of it; None where one is not counted."""
    told = [_clause(document, asked, value, words) for value, words in wanted]
    if not all(told):
        return None
    section, _, sentence, _ = next(filter(None, told))
    opening = sentence.partition("，")[0].rstrip("。；")
    clauses = "……".join(dict.fromkeys(clause for *_, clause in filter(None, told)))
    quote = clauses if clauses.startswith(opening) else wording.SHORTENED_QUOTE.format(opening=opening, clause=clauses)
    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=quote)
    return Found(document, text, tuple(dict.fromkeys(cite_passage(document, one[0], one[2], one[1].place) for one in filter(None, told))))


def _clause(document: Document, asked: TextQuestion, value: str, words: str) -> tuple[Section, Paragraph, str, str] | None:
    """The only clause that counts things above a value, with its sentence and where it stands; None where none does, or several."""
    said = [one for one in _counts(document) if _fits(document.info, asked, value, words, *one[2:])]
    return said[0] if len({clause for *_, clause in said}) == 1 else None


def _counts(document: Document) -> Iterator[tuple[Section, Paragraph, str, str]]:
    """Every clause that counts things above a value, with its sentence and where it stands."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                for counted in COUNTED.finditer(sentence):
                    yield section, paragraph, sentence, counted.group().strip()


def _fits(info: DocumentInfo, asked: TextQuestion, value: str, words: str, sentence: str, clause: str) -> bool:
    counted, kind = COUNTED.search(clause), KIND.search(words)
    if counted is None or counted.group(1) != value or (kind and kind.group() not in clause):
        return False
    if bool(BUYING.search(sentence.partition(clause)[0] + clause)) != bool(BUYING.search(words)):
        return False
    wanted, said = DATE.search(asked.question), _year(info, sentence)
    return wanted is None or said is None or int(wanted.group(1)) == said


def _year(info: DocumentInfo, sentence: str) -> int | None:
    """The year at whose end the sentence counts."""
    date = DATE.search(sentence)
    if date:
        return int(date.group(1))
    return info.year - 1 if info.year and LAST_YEAR_END.search(sentence) else None
