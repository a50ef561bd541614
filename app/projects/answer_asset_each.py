"""What one of a body's cars or devices is worth on average, where one clause counts them and gives what they are worth together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.answer import Answer, Value
from app.figures.resolve_task import places_asked
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.calculation import divide
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from app.telling.wording_forms import EACH_OF, UNIT_COST
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.quantity import Quantity, parse_quantity
from retrieval.spelling.label_key import fold

ASKED = re.compile(r"平均(?:下来)?(?:每|一)([台辆套件])|[每一]([台辆套件])平均")
WORTH = re.compile(r"价值|账面|原值|净值|值(?:多少|几)|资产")
THINGS = (("车", "车辆"), ("设备", "设备"), ("仪器", "仪器"))
NARROWER = re.compile(r"\d+万|通用|专用|轿车|越野车|执法|机要|应急|特种|其他用车")
COUNTED = re.compile(
    r"(?P<what>[^，。；]*?)(?P<count>\d+)\s*(?P<unit>[台辆套件])(?:[（(][台套件]+[）)])?，?"
    r"(?:共计|合计|账面|价值|原值|总值|为|共)+(?P<money>\d[\d,.]*\s*[万亿]?元)"
)


def answer_asset_each(asked: TextQuestion) -> Answer | None:
    """The worth divided by the count; None where no one clause gives both of just what is asked for."""
    text = fold(asked.rest)
    thing = next((said for word, said in THINGS if word in text), "")
    if not ASKED.search(text) or not WORTH.search(text) or not thing:
        return None
    narrower = frozenset(NARROWER.findall(text))
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, thing, narrower, places_asked(text)))])


def _find(document: Document, thing: str, narrower: frozenset[str], places: int) -> Found | None:
    said = [one for one in _counted(document) if thing in one[3]["what"] and frozenset(NARROWER.findall(fold(one[3]["what"]))) == narrower]
    if len(said) != 1:
        return None
    section, paragraph, sentence, match = said[0]
    worth, unit = parse_quantity(match["money"]), match["unit"]
    computed = divide(worth, Quantity(Decimal(match["count"]), unit), places) if worth else None
    if computed is None:
        return None
    label = EACH_OF.format(name=thing, unit=unit)
    result = computed.result
    told = UNIT_COST.format(name=label, amount=f"{result.number:f}{result.unit}", formula=computed.formula)
    quoted = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
    citation = cite_passage(document, section, sentence, paragraph.place)
    return Found(document, f"{told}\n{quoted}", (citation,), (Value(label, result.number, result.unit),), computed.formula)


def _counted(document: Document) -> Iterator[tuple[Section, Paragraph, str, re.Match[str]]]:
    """Every clause that counts things and says what they are worth together."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                for match in COUNTED.finditer(sentence):
                    yield section, paragraph, sentence, match
