"""Whether a body has official cars, and how many: what its assets count and what its three public funds keep, where both differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer, Value
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, names_of, narrative, sentences
from app.telling.wording import LACKING
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold

CAR = r"(?:公务?用?车辆?|公家(?:的)?车|车辆?)(?!购|运行|费|补|位|间|库|队|的?钱|改)"
ASKED = re.compile(
    rf"(?:几|多少|\d+)\s*辆[^,;?。]{{0,6}}{CAR}|{CAR}[^,;?。]{{0,8}}(?:几|多少|\d+)\s*辆"
    rf"|(?:有没有|有无|是否有|到底有)[^,;?。]{{0,6}}{CAR}|有{CAR}[吗么没]|哪[^,;?。]{{0,6}}(?:没|没有|有){CAR}(?=$|\?)"
)
CARS = "公车"
OF_CARS = re.compile(CAR)
BARE = re.compile(r"[那,的]*(?:一共|总共|共|现在|到底)?有?(?:几|多少)辆(?:车)?[呢啊呀?]*")
SAME = r"(?:一样|一致|相同|对[得不]上|吻合|相符|矛盾)"
AGREES = re.compile(rf"(?:保有|三公).{{0,24}}(?:资产|共有车辆).{{0,24}}{SAME}|资产.{{0,24}}(?:保有|三公).{{0,24}}{SAME}")
WHETHER = re.compile(r"有没有|有无|是否有|[吗么没](?=$|[,;?。])|到底|哪[^,;?。]{0,6}有")
WHOSE = re.compile(r"哪[个家些几]")
OTHER = re.compile(  # a kind of car, one count alone, or what is done with them
    r"买|购|租|费|钱|花|元|保有|领导|机要|应急|执法|特种|离退|其他用车|一般公务|轿车|设备|平均|每辆|更新|报废|处置|新增|减少|增加|原因|为什么|去年|上年"
)
IN_ALL = re.compile(r"(?:共有|共|拥有|现有|实有)(?:公务)?(?:用车|车辆)\s*(\d+)\s*辆|车辆(?:共有|共计|共|总数为?|合计)\s*(\d+)\s*辆")
KEPT = re.compile(r"公务用车(?:的)?保有量(?:为|是|共)?\s*(\d+)\s*辆")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of cars: what it is called, how many, and the sentence that says so."""

    name: str
    number: int
    section: Section
    paragraph: Paragraph
    sentence: str


def answer_cars_kept(asked: TextQuestion) -> Answer | None:
    """The counts, each cited, with a word where they differ; None where they agree and a number is asked for, or something else is."""
    text = fold(asked.rest)
    is_bare = bool(BARE.fullmatch(text) and asked.earlier and OF_CARS.search(fold(asked.earlier[-1])))
    text = f"{CARS}{text}" if is_bare else text
    is_agreement = bool(AGREES.search(text) and OF_CARS.search(text))
    if not is_agreement and (not ASKED.search(text) or OTHER.search(text)):
        return None
    is_any = is_bare or is_agreement or bool(WHETHER.search(text))
    counted = {document.info.id: _counts(document, is_any=is_any) for document in asked.documents}
    founds = [_tell(document, counted[document.info.id]) for document in asked.documents if counted[document.info.id]]
    answer = offer_founds(asked, founds) if len(founds) == len(asked.documents) or WHOSE.search(text) else None
    lacking = [document for document in asked.documents if not counted[document.info.id]]
    return replace(answer, text=f"{answer.text}\n\n{LACKING.format(documents=names_of(lacking))}") if answer and lacking else answer


def _counts(document: Document, *, is_any: bool) -> list[Count]:
    """One count of each kind; none where they agree, unless any is asked for."""
    first: dict[str, Count] = {}
    for one in _said(document):
        first.setdefault(one.name, one)
    counts = list(first.values())
    return counts if is_any or len({one.number for one in counts}) > 1 else []


def _said(document: Document) -> Iterator[Count]:
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                for name, pattern in ((wording.CARS_KEPT, KEPT), (wording.CARS_IN_ALL, IN_ALL)):
                    if found := pattern.search(fold(sentence)):
                        yield Count(name, int(next(filter(None, found.groups()))), section, paragraph, sentence)


def _tell(document: Document, counts: list[Count]) -> Found:
    heads = [wording.CARS_DIFFER] if len({one.number for one in counts}) > 1 else []
    lines = (
        wording.CARS.format(name=one.name, count=one.number, section=within_quotes(last_heading(one.section)), text=one.sentence)
        for one in counts
    )
    citations = tuple(cite_passage(document, one.section, one.sentence, one.paragraph.place) for one in counts)
    return Found(document, "\n".join((*heads, *lines)), citations, tuple(Value(one.name, Decimal(one.number), "辆") for one in counts))
