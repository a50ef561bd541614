"""Writes an invented library to be read by a person: its documents, questions with known answers, planted contradictions.

`python -m eval.write_invented FOLDER SEED DEPARTMENTS YEAR…`
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.gold import GoldError
from eval.invent_questions import invent_questions
from eval.invented_library import LibrarySize, library_documents, write_documents
from eval.read_gold import to_record

QUESTIONS_FILE, CONTRADICTIONS_FILE = "questions.jsonl", "contradictions.csv"
LEAST_ARGUMENTS = 4
USAGE = (
    "用法：python -m eval.write_invented 文件夹 种子 部门数 年度…（后三样写整数）"
    "，例如：python -m eval.write_invented 虚构文件 7 3 2023 2024"
)
COLUMNS = ("file", "subject", "column", "place", "printed", "other_place", "other_printed", "unit")


def write_invented(folder: Path, seed: int, departments: int, years: Sequence[int]) -> None:
    """A budget and final accounts of every department and year, what can be asked about them, and what was planted."""
    documents = library_documents(seed, LibrarySize(departments, tuple(years), 0))
    write_documents(folder, documents)
    records = (to_record(question) for question in invent_questions(documents, seed).questions)
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    (folder / QUESTIONS_FILE).write_text("\n".join(lines) + "\n", "utf-8")
    with (folder / CONTRADICTIONS_FILE).open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for name, document in documents.items():
            for one in document.contradictions:
                places = one.place[-1], one.printed, one.other_place[-1], one.other_printed
                table.writerow((name, one.subject, " > ".join(one.column), *places, one.unit))


def main(arguments: Sequence[str]) -> None:
    """Write what the command line asks for, or end with what is wrong with it in Chinese."""
    if len(arguments) < LEAST_ARGUMENTS or not all(text.isdecimal() for text in arguments[1:]):
        sys.exit(USAGE)
    try:
        write_invented(Path(arguments[0]), int(arguments[1]), int(arguments[2]), [int(year) for year in arguments[3:]])
    except GoldError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"写不了“{arguments[0]}”：{error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
