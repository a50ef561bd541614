"""The score of a project as the prose gives it, told where it is not that of the project's form."""

from __future__ import annotations

from decimal import Decimal

from app.answer import Value
from app.forms.form_rows import FormRow
from app.forms.match_rows import bare
from app.forms.tell_rows import Line
from app.telling import wording_forms as wording
from app.telling.cite import plain, within_quotes
from app.telling.passages import cite_passage, last_heading, narrative
from ingest import late_re as re

WHOLE = re.compile(r"(?:部门|单位)整体|整体支出")
SCORE = re.compile(r"(?:自评|评价)?(?:综合|总)?(?:得分|结果|分数)(?:为|是)?\s*(\d+(?:\.\d+)?)\s*分")
NAMED_AGAIN = re.compile(r"[“《][^”》]{3,30}[”》]")


def score_in_prose(row: FormRow) -> Line | None:
    """The score that follows the only project (or the whole body) named in a paragraph; None where it is the form's or none is given."""
    own = row.quantity("score")
    is_whole = bool(WHOLE.search(row.table.title))
    for section in narrative(row.document):
        for paragraph in section.paragraphs:
            text = plain(paragraph.text)
            others = [name for name in NAMED_AGAIN.findall(text) if bare(name) != bare(row.name) and not is_whole]
            scores = SCORE.findall(text)
            is_named = bool(WHOLE.search(text)) if is_whole else bare(row.name) in bare(text)
            if own is None or others or len(scores) != 1 or not is_named or Decimal(scores[0]) == own.number:
                continue
            gap = abs(Decimal(scores[0]) - own.number)
            line = wording.SCORED_OTHERWISE.format(section=within_quotes(last_heading(section)), score=scores[0], gap=gap)
            return Line(line, (Value(row.name, Decimal(scores[0]), "分"),), (cite_passage(row.document, section, text, paragraph.place),))
    return None
