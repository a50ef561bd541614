"""Why a project is undertaken (为什么要做…), as the paragraph that opens with its name tells."""

from __future__ import annotations

from app.forms.match_rows import bare
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.labelled_paragraphs import labelled_paragraphs
from app.telling.passages import Found, cite_passage, last_heading
from ingest import late_re as re
from ingest.document import Document, Paragraph

DONE = re.compile(
    r"^(?:还|又|非|都)*(?:要|得|想|打算|准备|决定|必须|需要)?(?:去|来)?(?:做|搞|上|办|弄|干|开展|实施|安排|设立|启动|推进)(?:了)?(?:这个|个|一个)?(?=.{4})"
    r"|(?:这个|这项|那个)?(?:项目)?(?:还|又|非|都)*(?:要|得|想|打算|准备|决定|必须|需要)(?:去|来)?(?:做|搞|上|办|弄|干|开展|实施|安排|设立|启动|推进)(?:它|了)?(?:的)?$"
    r"|这个项目$"
)
GROUNDS = re.compile(
    r"依据|必要性|背景|老化|陈旧|老旧|破损|损坏|短缺|缺乏|不足|不够|落后|滞后|隐患|[亟急]需|报废|(?:超过|超出|达到|已到).{0,8}(?:年限|期限|寿命)"
    r"|为(?:了|解决|改善|提升|提高|满足|适应|贯彻|落实|保障|方便|确保)|旨在|由于|鉴于|(?<!原)因(?![此而素公])|根据|不能满足|无法满足|难以"
)
NO_GROUNDS = re.compile(r"根据.{0,6}(?:情况|进度|需要)|不足部分|(?:根据|依据).{0,10}(?:核定|测算|据实)")
ENDING = re.compile(r"(?:项目|经费|的)+$")
SHORTEST = 4  # letters of a name


def find_grounds(document: Document, topic: str) -> Found | None:
    """What a project's own paragraph says of why it is undertaken; None where it is not named or gives no ground."""
    wanted = _name(DONE.sub("", topic.strip()))
    if len(wanted) < SHORTEST:
        return None
    told = [one for one in labelled_paragraphs(document) if _name(one[2]) == wanted and _gives(one[1])]
    if not told:
        return None
    quotes = "\n>\n".join(wording.QUOTE.format(text=_named(label, plain(paragraph.text))) for _, paragraph, label in told)
    text = wording.REASON.format(section=within_quotes(last_heading(told[0][0])), quotes=quotes)
    return Found(document, text, tuple(cite_passage(document, section, paragraph.text, paragraph.place) for section, paragraph, _ in told))


def _gives(paragraph: Paragraph) -> bool:
    return bool(GROUNDS.search(NO_GROUNDS.sub("", plain(paragraph.text))))


def _named(label: str, text: str) -> str:
    """A line with the label that stands above it."""
    return text if label in text else wording.SHORTENED_QUOTE.format(opening=label, clause=text)


def _name(text: str) -> str:
    return ENDING.sub("", bare(text))
