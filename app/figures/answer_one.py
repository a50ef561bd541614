"""One document's results as an answer, each with its scope; related where the question relates them."""

from __future__ import annotations

from dataclasses import replace

from app.answer import Answer
from app.figures.answer_writer import Writer, write_result
from app.figures.read_finding import Answered
from app.figures.result import Result
from app.figures.write_document import write_list, write_related
from app.telling.cite import document_name, plain
from app.telling.wording import UNITS_LACKING
from ingest.quantity import convert_money


def answer_one(answered: Answered, unit: str | None) -> Answer:
    """One document's results, each with its scope; related where the question relates them."""
    writer = Writer()
    for task, results in answered.tasks:
        shown = [in_unit(result, unit) for result in results]
        if task.measure in ("list", "children"):
            write_list(writer, answered.info, task, shown)
            continue
        if len(shown) > 1 or (task.reducer in ("difference", "sum") and len(shown) == 1):
            write_related(writer, answered.info, task, shown)
            continue
        for result in shown:
            write_result(writer, f"{document_name(answered.info)}，", result)
    if answered.lacking:
        writer.lines.append(UNITS_LACKING.format(units="、".join(map(plain, answered.lacking))))
    return writer.answer()


def in_unit(result: Result, unit: str | None) -> Result:
    """The result told in the unit that was asked for, with the printed amount beside it."""
    quantity = result.quantity
    if unit is None or quantity is None or not quantity.is_money or quantity.unit == unit:
        return result
    converted = convert_money(quantity, unit)
    number = format(converted.number.normalize(), "f")
    if converted.number == converted.number.to_integral_value():
        number = format(converted.number.quantize(1), "f") if abs(converted.number) >= 1 else number
    return replace(result, text=f"{number}{unit}（即{result.text}）", quantity=converted)
