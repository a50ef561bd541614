"""One amount in its context as the statement of one kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.document import Place, Statement
from ingest.figures.clean_subject import clean_subject
from ingest.figures.split_aspect import split_aspect
from ingest.figures.stated_amounts import CHANGE_WORDS, COMPARED, OPEN_BRACKET, TO_COUNT
from ingest.figures.statement_context import Context
from ingest.quantity import Quantity

OF_BODY = ("部门", "本部门", "全部门", "单位", "本单位")
NOUN_AFTER = re.compile(r"^(?!（)([一-鿿（）“”]{2,14})")
COUNTED_NOUN = re.compile(r"^(?:内设机构|二级机构|下属单位|所属单位|预算单位|科室|处室|股室|项目)")
KIND_OF_UNIT = re.compile(r"^(?:公益[一二三]类|参照公务员法管理的?|参公|行政|全额|差额|自收自支)(?:事业)?单位")
BESIDE_EACH_OTHER = {"基本支出", "项目支出"}  # neither is a part of the other, whatever list the sentence opened last
SPENT_IN_ALL = "支出合计"
SPENT_ON_IT = re.compile(r"(?:经费|费用)?(?:支出|开支|花费)|费用|经费|金额")  # “接待9批次，80人次，共计支出2.00万元”
IS_SCORE = re.compile(r"(?:得|评|打)分$|分数$")  # “自评得分95分，主要问题：…占比不高，2024年为31%”
ACCOUNT_ALONE = re.compile(r"(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?支出")  # （其中：一般公共预算支出18.36万元）


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """One amount in its context; each method makes the statement of one kind."""

    value: str
    quantity: Quantity
    sentence: str
    context: Context

    def make(self, subject: str, measure: str, **more: str | None) -> Statement | None:
        """The statement, or None where nothing says what it is of."""
        if not subject:
            return None
        fields = {"direction": None, "base": None, "aspect": "", **more}
        return Statement(
            section=0, subject=subject, measure=measure, value=self.value, quantity=self.quantity, sentence=self.sentence, place=Place(),
            year=self.context.year, direction=fields["direction"], base=fields["base"] or None, aspect=fields["aspect"] or "",
        )  # fmt: skip

    def rate(self, measure: str, match: re.Match[str]) -> Statement | None:
        """A share of a total, or the rate at which a budget was met."""
        base = clean_subject(match["base"]) or self.context.total
        own = split_aspect(clean_subject(self.sentence_head(match)))[0]
        subject = own or ("" if self.context.is_lost else self.context.subject)
        if {subject, base} == BESIDE_EACH_OTHER:
            base = SPENT_IN_ALL
        return self.make(subject, measure, base=base or None)

    def sentence_head(self, match: re.Match[str]) -> str:
        """What stands before the share or completion word within the clause."""
        return match.string[: match.start()]

    def change(self, match: re.Match[str]) -> Statement | None:
        """An increase or decrease against a base, as an amount or a rate."""
        head, base = match["head"], self.context.base
        compared = COMPARED.search(head)
        if compared:
            head, base = compared["subject"], compared["base"]
        own = split_aspect(clean_subject(head))[0]
        subject = own or ("" if self.context.is_lost else self.context.subject)
        measure = "增减率" if self.quantity.unit == "%" else "增减额"
        return self.make(subject, measure, direction=CHANGE_WORDS[match["word"]], base=base or None)

    def is_rate_after_score(self) -> bool:
        """Whether a rate without a name follows a score: it is not of what was scored."""
        return self.quantity.unit == "%" and bool(IS_SCORE.search(self.context.counted))

    def amount(self, head: str, after: str) -> tuple[Statement | None, Context]:
        """A plain amount or count; it becomes the subject that later clauses speak of."""
        is_inside = (self.context.is_inside and not re.search(r"[）)]", head)) or bool(OPEN_BRACKET.search(head))
        if not is_inside and self.context.around:
            return replace(self, context=replace(self.context, counted=self.context.around, around="")).amount(head, after)
        subject, aspect = self.subject_of(head, after)
        if not subject:
            return None, replace(self.context, is_lost=True)
        if is_inside and ACCOUNT_ALONE.fullmatch(subject):
            subject = f"{self.context.subject}{subject}"
        measure = "金额" if self.quantity.is_money else "比率" if self.quantity.unit == "%" else "数量"
        statement = self.make(subject, measure, aspect=aspect, base=self.context.total if self.context.total != subject else None)
        if not self.quantity.is_money:
            around = self.context.around or self.context.counted if is_inside else ""
            return statement, replace(self.context, counted=subject, around=around)
        return statement, self.context if is_inside else replace(self.context, subject=subject, is_lost=False, is_named=False, counted="")

    def subject_of(self, head: str, after: str) -> tuple[str, str]:
        """What a plain amount is of, with its aspect: the name before it, the noun after it, or what the context speaks of."""
        name = self.context.counted if TO_COUNT.fullmatch(head) and not self.quantity.is_money else clean_subject(head)
        subject, aspect = split_aspect(name)
        noun = NOUN_AFTER.match(after)
        if self.quantity.is_money and self.context.counted and SPENT_ON_IT.fullmatch(name):
            subject, aspect = self.context.counted, ""
        elif kind := KIND_OF_UNIT.match(after):
            subject = kind[0]
        elif noun and not self.quantity.is_money and (not subject or COUNTED_NOUN.match(after)):
            subject = noun[1]
        elif not name and not self.quantity.is_money and self.context.counted and not self.is_rate_after_score():
            subject = self.context.counted
        elif (not subject and aspect and not self.context.is_lost) or (not name and self.quantity.is_money and self.context.is_named):
            subject = self.context.subject
        if aspect.startswith("支出") and name == aspect and subject in ("", "收入"):
            subject = "支出"  # “收入预算……；支出预算……”: the other side
        if subject in OF_BODY and aspect[: len("支出")] in ("支出", "收入"):
            subject = aspect[: len("支出")]  # “部门支出预算……”
        return subject, aspect
