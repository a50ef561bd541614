"""What an item is made of or used for: the list that the text gives."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_keys, topic_of
from app.question.topics import terms
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Section
from ingest.labels.row_codes import row_codes
from ingest.outline.headings import GLOSSARY
from retrieval.spelling.label_key import fold, label_key

LISTS = re.compile(
    r"(?:主要|具体|其中)?(?<!既)(?<!也)(?:包括|包含)|主要(?:用于|保障|用在)|(?<!主要)用于(?!以上)|由.{2,40}(?:构成|组成)|分为|反映"
)
USES = re.compile(r"用于以下")
KINDS = re.compile(r"[^。；]*用于以下(?:几个)?方面[^。]*。")
KINDS_ASKED = re.compile(r"(?:哪|几|[一二三四五六七八九十两\d])个?大?(?:类|方面)|各类")
USED = re.compile(r"主要(?:用于|保障|用在|是用于)|用于")
OPENS_LIST = re.compile(rf"{USED.pattern}|(?:主要|具体)?(?:包括|包含)")
ITS_AMOUNT = re.compile(r"为?\d[\d,.]*\s*万?元$")
LONGEST_PARAGRAPH = 400
USE_ASKED = re.compile(r"用(?:于|在|到|来|去|途)|干(?:嘛|啥|什么)")
EACH = re.compile(r"各[是为]?多少|各自|分别|占|比例|比重|(?:哪|几)(?:几|些)?个?(?:方面|项目|科目|类)")
AMOUNT = re.compile(r"\d\s*(?:万|亿|千)?元")
MADE_OF = re.compile(
    r"(?:包括|包含)(?:了|着)?(?:哪些|什么|哪几)[^,;?]{0,4},?(?:各|分别)|分(?:为|成)了?哪?几|(?:由|包括|包含|分)(?:为|成)?(?:哪|什么).{0,6}(?:构成|组成|类|部分|资产)|(?:怎么|如何)(?:构成|组成)"
)
PARTS = re.compile(r"([^，。；：]*?)\d[\d,.]*\s*万?元[，,]\s*其中[，,：:]?\s*[^，。；]*?\d[\d,.]*\s*万?元[^。；]*")
SIDES = re.compile(r"(?:全部|所有|总|本年|部门|预算|决算)*(?:收入|支出)(?:预算|决算|总计|合计|类)?(?:都|各)?")
SIDE_LIST = r"(?:预算|总计|合计)?(?:按[^，。：；]{2,10})?(?:主要)?包括[：:]?[^；。]+、[^；。]+"
REACH = 60
SHORTEST_KEY = 3
ITEM_END = re.compile(r"；(?=[^；。]{2,30}\d)|。|$")


def answer_composition(asked: TextQuestion) -> Answer | None:
    """The list asked for, or None where no text gives one: a table may."""
    if not asks_for(asked, "composition") or AMOUNT.search(asked.rest):
        return None
    if asks_for_amount(asked) and MADE_OF.search(asked.rest):
        topic = topic_of(asked, "composition")
        return offer_founds(asked, [found for document in asked.documents if (found := _find_parts(document, topic))])
    if asks_for_amount(asked) and KINDS_ASKED.search(asked.rest):
        topic = topic_of(asked, "composition")
        return offer_founds(asked, [found for document in asked.documents if (found := _find_kinds(document, topic))])
    if asks_for_amount(asked) and (not USE_ASKED.search(asked.rest) or EACH.search(asked.rest)):
        return None
    topic = topic_of(asked, "composition")
    find = _find_side if SIDES.fullmatch(fold(topic)) else _find_all
    founds = [found for document in asked.documents if (found := find(document, topic))]
    if asks_for_amount(asked) and not all(AMOUNT.search(found.text) for found in founds):
        return None
    return offer_founds(asked, founds)


def _find_parts(document: Document, topic: str) -> Found | None:
    """The sentence that gives a total and then the amount of each part, of an item that no table has as a row."""
    keys = [key for key in _keys(topic) if not _is_divided(document, key)]
    for section in narrative(document) if len(keys) == len(_keys(topic)) else ():
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                parts = next((one for one in PARTS.finditer(sentence) if any(key in fold(one.group(1)) for key in keys)), None)
                if parts:
                    listed = parts.group().strip("；。 ") + "。"
                    text = wording.COMPOSITION.format(section=within_quotes(last_heading(section)), text=listed)
                    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))
    return None


def _is_divided(document: Document, key: str) -> bool:
    """Whether a table has an item as a row, unless it is an account with no other below it."""
    rows = {figure.row for figure in document.figures}
    codes = {code for row in rows for code in row_codes(row)[:1]}
    own = [row_codes(row)[:1] for row in rows if key in map(label_key, row)]
    return any(not code or any(other != code[0] and other.startswith(code[0]) for other in codes) for code in own)


def _find_kinds(document: Document, topic: str) -> Found | None:
    """The sentence that gives the amount of each kind of expenditure (主要用于以下方面：…) behind the name of the whole."""
    for key in _keys(topic):
        for section in narrative(document):
            for paragraph in section.paragraphs:
                text = plain(paragraph.text)
                listed = KINDS.search(text)
                if listed and key in fold(text[: text.find(USES.pattern, listed.start())]) and AMOUNT.search(listed.group()):
                    said = wording.COMPOSITION.format(section=within_quotes(last_heading(section)), text=listed.group().strip())
                    return Found(document, said, (cite_passage(document, section, listed.group(), paragraph.place),))
    return None


def _find_side(document: Document, topic: str) -> Found | None:
    """The sentence on what all income, or all expenditure, consists of: 收入包括：…；支出包括：…。"""
    side = "收入" if "收" in topic else "支出"
    for section in narrative(document):
        for paragraph in section.paragraphs:
            if listed := re.search(f"{side}{SIDE_LIST}", plain(paragraph.text)):
                text = wording.COMPOSITION.format(section=within_quotes(last_heading(section)), text=listed.group() + "。")
                return Found(document, text, (cite_passage(document, section, listed.group(), paragraph.place),))
    return None


def _find_all(document: Document, topic: str) -> Found | None:
    """The list of the topic; where it is several things joined by 和, a list of every one."""
    if whole := _find(document, _keys(topic)):
        return whole
    parts = [_find(document, _keys(term)) for term in terms(topic)]
    found = [part for part in parts if part]
    if len(parts) < 2 or len(found) < len(parts):
        return None
    return Found(document, "\n".join(part.text for part in found), tuple(citation for part in found for citation in part.citations))


def _keys(topic: str) -> tuple[str, ...]:
    return tuple(key for key in topic_keys(topic) if len(key) >= SHORTEST_KEY)


def _find(document: Document, keys: tuple[str, ...]) -> Found | None:
    glossary = [section for section in document.sections if any(GLOSSARY.search(heading) for heading in section.heading_path)]
    for sections in (list(narrative(document)), glossary):
        for key in keys:
            for section in sections:
                if found := _in_section(document, section, key):
                    return found
    return None


def _in_section(document: Document, section: Section, key: str) -> Found | None:
    for paragraph in section.paragraphs:
        if labelled := _labelled(plain(paragraph.text), key):
            text = wording.COMPOSITION.format(section=within_quotes(last_heading(section)), text=labelled)
            return Found(document, text, (cite_passage(document, section, labelled, paragraph.place),))
        before = ""
        for sentence in sentences(paragraph.text):
            stretch = cut_list(sentence, key) or _entry(sentence, key) or _under_heading(section, sentence, key) or _after(before, sentence)
            before = sentence if _is_amount_of(sentence, key) else "" if "其中" not in sentence else before
            if stretch:
                text = wording.COMPOSITION.format(section=within_quotes(last_heading(section)), text=stretch)
                return Found(document, text, (cite_passage(document, section, stretch, paragraph.place),))
    return None


def _labelled(text: str, key: str) -> str:
    """A short paragraph that opens with the item's name and then says what it is used for; else empty."""
    label, _, rest = text.partition("。")
    names_it = label_key(ITS_AMOUNT.sub("", label)).endswith((key, key + "支出"))
    return text if names_it and OPENS_LIST.match(rest.strip()) and len(text) <= LONGEST_PARAGRAPH else ""


def cut_list(sentence: str, key: str) -> str:
    """The stretch of a sentence that lists what the item consists of, from its name on; empty where it lists nothing."""
    for mark in LISTS.finditer(sentence):
        start = _last_name(sentence[: mark.start()], key)
        if start < 0 or mark.start() - start > REACH + len(key):
            continue
        between = sentence[start : mark.start()]
        if "；" in between or "、" in between[len(key) :]:
            continue
        is_whole = bool(USES.match(sentence, mark.end() - len("用于")))  # 用于以下方面：every part of it, with its share
        end = None if is_whole else ITEM_END.search(sentence, mark.end())
        return sentence[start : end.start() if end else len(sentence)].strip("；。 ") + "。"
    return ""


def _entry(sentence: str, key: str) -> str:
    """A glossary's sentence on the item itself, where it lists something."""
    label = re.split(r"[：:]", sentence)[0]
    return sentence if label != sentence and label_key(label) == key and "、" in sentence else ""


def _under_heading(section: Section, sentence: str, key: str) -> str:
    """The sentence that lists what the section's own subject goes to."""
    return sentence if label_key(last_heading(section)).startswith(key) and USES.search(sentence) else ""


def _is_amount_of(sentence: str, key: str) -> bool:
    """Whether the sentence ends in the amount of the item itself."""
    name = ITS_AMOUNT.sub("", sentence.rstrip("。"))
    return name != sentence.rstrip("。") and "其中" not in name and label_key(name).endswith(key)


def _after(before: str, sentence: str) -> str:
    """The sentence that says what the amount of the sentence before it goes to."""
    return f"{before}{sentence}" if before and OPENS_LIST.match(sentence) else ""


def _last_name(text: str, key: str) -> int:
    """Where the item's name last begins in the text, whatever brackets and quotation marks stand in it; -1 where it does not."""
    pattern = r"[\s“”\"（）()《》]*".join(re.escape(character) for character in key)
    starts = [match.start() for match in re.finditer(pattern, text)]
    if starts:
        return starts[-1]
    return 0 if key in fold(text)[: len(key) + 4] else -1
