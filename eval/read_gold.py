"""Known answers from a file of JSON lines or a workbook; a row that cannot be used is named with its remedy in Chinese."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from eval.fold import fold
from eval.gold import STATUSES, TYPES, Dataset, Expectation, GoldError, GoldQuestion, GoldSource, GoldValue
from eval.gold_lines import read_lines
from eval.squeeze import squeeze

QUESTION_FIELDS = ("id", "question", "type", "history", "expect", "sources", "note")
WITH_UNIT = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)? *(?:[百千万亿]*元|[万亿]|%|个?百分点)")
PLAIN_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?", re.ASCII)


def read_gold(path: Path) -> Dataset:
    """The data set in a .jsonl or .xlsx file, or in all the .jsonl files of a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise GoldError(f"“{path}”里没有 .jsonl 文件。")
    problems: list[str] = []
    kept = Kept()
    for file in files:
        for where, record in _records(file):
            try:
                kept.add(_new_question(record), f"{file.name} {where}")
            except GoldError as error:
                problems.append(f"{file.name} {where}：{error}")
    if problems:
        raise GoldError("题目文件有错，请改好再运行：\n" + "\n".join(problems))
    return make_dataset(path.stem, kept.questions)


class Kept:
    """The questions of the rows before, which the next must not contradict."""

    def __init__(self) -> None:
        """Begin without any."""
        self.questions: list[GoldQuestion] = []
        self._ids: set[str] = set()
        self._known: dict[tuple[str, ...], tuple[GoldQuestion, str]] = {}

    def add(self, question: GoldQuestion, where: str) -> None:
        """Keep a question; a `GoldError` where its id is taken or the same words have another answer."""
        if question.id in self._ids:
            raise GoldError(f"编号 {question.id} 重复了，每个问题要有自己的编号")
        self._ids.add(question.id)
        first, place = self._known.setdefault(tuple(map(squeeze, (question.question, *question.history))), (question, where))
        if first.expect != question.expect:
            raise GoldError(f"与 {place} 是同一个问题，应有的答案却不同，请改正或删去一行")
        self.questions.append(question)


def make_dataset(name: str, questions: Iterable[GoldQuestion]) -> Dataset:
    """The questions under a name, with the files that their sources name."""
    kept = tuple(questions)
    return Dataset(name, kept, tuple(dict.fromkeys(doc for question in kept for doc in question.documents)))


def to_question(record: object) -> GoldQuestion:
    """A question from the object of one line; a `GoldError` says what is wrong with it."""
    if not isinstance(record, Mapping):
        raise GoldError(str(record) if isinstance(record, Exception) else "不是 JSON 对象")
    for field in ("id", "question", "type"):
        if not isinstance(record.get(field), str) or not record[field].strip():
            raise GoldError(f"缺少“{field}”，或不是文字")
    _refuse_unknown(record, QUESTION_FIELDS, "题目")
    if record["type"] not in TYPES:
        raise GoldError(f"type 要写 {'、'.join(TYPES)} 之一，现在是“{record['type']}”")
    history = _texts(record, "history")
    return GoldQuestion(
        id=record["id"],
        question=record["question"],
        type=record["type"],
        expect=_expectation(record.get("expect")),
        history=history,
        sources=tuple(_source(one) for one in _list(record, "sources")),
        note=str(record.get("note") or ""),
    )


def _new_question(record: object) -> GoldQuestion:
    """A question which an answer can fail."""
    question = to_question(record)
    expect = question.expect
    if expect.status == "not_found" and expect.values:
        raise GoldError("应说没有的题不写数额；要写的是不该出现的数，放在 must_not_include 里")
    if bool(expect.larger) != bool(expect.smaller) or set(expect.larger) & set(expect.smaller):
        raise GoldError("larger 和 smaller 要成对写，两边的名称不能相同")
    if expect.status == "answered" and not (expect.values or expect.must_include or expect.any_of or expect.larger):
        raise GoldError("应当作答的题没有写数额，也没有写必须提到的话，随便怎么答都会算对")
    return question


def to_record(question: GoldQuestion) -> dict[str, Any]:
    """The question as the object of one line, in the format of the known answers."""
    expect = question.expect
    wanted: dict[str, Any] = {
        "status": expect.status,
        "values": [
            {"value": value.value, "unit": value.unit} | ({"labels": list(value.labels)} if value.labels else {}) for value in expect.values
        ],
        "must_include": list(expect.must_include),
        "any_of": [list(group) for group in expect.any_of],
        "must_not_include": list(expect.must_not_include),
    }
    more = {"larger": list(expect.larger), "smaller": list(expect.smaller), "year": expect.year}
    wanted |= {name: value for name, value in more.items() if value}
    sources = [{name: value for name, value in asdict(one).items() if value} for one in question.sources]
    return {
        "id": question.id, "question": question.question, "type": question.type, "history": list(question.history), "expect": wanted,
        "sources": sources, "note": question.note,
    }  # fmt: skip


def _expectation(record: object) -> Expectation:
    if not isinstance(record, Mapping):
        raise GoldError("缺少“expect”（应有的答案）")
    _refuse_unknown(record, names_of(Expectation), "expect")
    if record.get("status") not in STATUSES:
        raise GoldError(f"expect.status 要写 {'、'.join(STATUSES)} 之一，现在是“{record.get('status')}”")
    year = record.get("year")
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise GoldError(f"expect.year 要写年份的数字，现在是“{year}”")
    return Expectation(
        status=record["status"],
        values=tuple(_value(one) for one in _list(record, "values")),
        must_include=_texts(record, "must_include"),
        any_of=tuple(_group(group) for group in _list(record, "any_of")),
        must_not_include=_texts(record, "must_not_include"),
        larger=_texts(record, "larger"),
        smaller=_texts(record, "smaller"),
        year=year,
    )


def _value(record: object) -> GoldValue:
    if isinstance(record, Mapping):
        _refuse_unknown(record, names_of(GoldValue), "values")
    if not isinstance(record, Mapping) or not isinstance(record.get("value"), str) or not record["value"].strip():
        raise GoldError('expect.values 的每一项要写成 {"value": "12.00", "unit": "万元"}，value 是文字')
    value = GoldValue(record["value"].strip().replace("−", "-"), plain_unit(str(record.get("unit") or "")), _texts(record, "labels"))
    if value.number is None and (value.unit or WITH_UNIT.fullmatch(fold(value.value))):
        raise GoldError(f"“{value.value}”不是能核对的数：value 只写阿拉伯数字，单位写在 unit 里（工作簿里写 12.00万元，不加引号）")
    if (value.number is not None and not PLAIN_NUMBER.fullmatch(value.value)) or not is_telling(value.value):
        raise GoldError(f"“{value.value}”不是能说出来的数或文字")
    if value.number is not None and not value.unit:
        raise GoldError(f"数额“{value.value}”没有写单位，是 {value.value}万元、{value.value}% 还是别的")
    return value


def plain_unit(text: str) -> str:
    """A unit as it is looked for in answers: 萬圓 is 万元."""
    return re.sub("圆$", "元", fold(text.strip()))


def _source(record: object) -> GoldSource:
    if not isinstance(record, Mapping) or not record.get("doc"):
        raise GoldError('sources 的每一项要写成 {"doc": 文件名, "section": 标题或表名}')
    _refuse_unknown(record, names_of(GoldSource), "sources")
    return GoldSource(*(str(record.get(field) or "") for field in ("doc", "section", "row", "col", "part")))


def names_of(kind: type[Expectation | GoldValue | GoldSource]) -> set[str]:
    """The fields of a part of a question."""
    return {field.name for field in fields(kind)}


def _refuse_unknown(record: Mapping[str, Any], known: Collection[str], where: str) -> None:
    if unknown := sorted(set(map(str, record)) - {*known}):
        raise GoldError(f"{where} 里没有“{'、'.join(unknown)}”这样的栏，是不是写错了")


def _list(record: Mapping[str, Any], field: str) -> list[Any]:
    value = record.get(field) or []
    if not isinstance(value, list):
        raise GoldError(f"“{field}”要写成列表")
    return value


def _group(group: object) -> tuple[str, ...]:
    words = _texts({"any_of": group}, "any_of")
    if not words:
        raise GoldError("any_of 里有空的一组，随便怎么答都会算对")
    return words


def _texts(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    values = _list(record, field)
    if not all(isinstance(value, str) for value in values):
        raise GoldError(f"“{field}”里只能是文字")
    if field != "must_not_include" and not all(map(is_telling, values)):
        raise GoldError(f"“{field}”里有空的文字或只有标点，随便怎么答都会算对")
    return tuple(values)


def is_telling(text: str) -> bool:
    """Whether a text has anything but spaces and punctuation, so that an answer can lack it."""
    return bool(re.search(r"[^\W_]|[≥≤<>%]", text))


def _records(file: Path) -> Iterable[tuple[str, object]]:
    """Every row with where it stands; what is no JSON comes as its error."""
    if file.suffix.lower() == ".xlsx":
        from eval.gold_workbook import read_workbook  # here: spreadsheets are rarely read

        yield from read_workbook(file)
        return
    yield from read_lines(file)
