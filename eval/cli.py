"""The command `mingzhang eval`, which the program finds by its entry point (a door to the terminal)."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.commands.cli_chinese import OPTIONS_METAVAR, ChineseCommand, chinese_typer
from app.commands.cli_screen import complain, progress_bar, say, screen
from app.commands.cli_session import CommandError, HomeOption, session_settings
from app.library.error_reason import error_reason
from eval import cli_wording as words

if TYPE_CHECKING:
    from eval.compare_runs import Comparison
    from eval.evaluate import Extent, Report
    from eval.run import Run, Scores

FAILED = 1
GIVEN = "COMMANDLINE"  # where an option comes from that was written

evaluate_command = chinese_typer(help=words.EVAL, invoke_without_command=True)


@evaluate_command.callback()
def evaluate(
    context: typer.Context,
    questions: Annotated[list[Path] | None, typer.Option("--questions", metavar="文件", help=words.QUESTIONS, show_default=False)] = None,
    seed: Annotated[int, typer.Option(metavar="种子", help=words.SEED)] = 32,
    size: Annotated[Literal["small", "full"], typer.Option(metavar="规模", help=words.SIZE)] = "small",
    shared: Annotated[Path | None, typer.Option(metavar="文件夹", help=words.SHARED, show_default="../shared")] = None,
    baselines: Annotated[bool, typer.Option("--baselines/--no-baselines", help=words.BASELINES)] = True,
    transforms: Annotated[bool, typer.Option("--transforms/--no-transforms", help=words.TRANSFORMS)] = True,
    against: Annotated[Path | None, typer.Option("--against", metavar="文件", help=words.AGAINST, show_default=False)] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="文件", help=words.SAVE, show_default=False)] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="文件", help=words.HTML, show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=words.AS_JSON)] = False,
    home: HomeOption = None,
) -> None:
    """Evaluate; exit 1 where the comparison with an earlier run finds a reason."""
    if context.invoked_subcommand is not None:
        return
    if questions:
        _refuse(context, "seed", "size", "shared")
    from eval.compare_best import keep_best  # here and below: --help starts at once
    from eval.compare_runs import compare_runs
    from eval.evaluate import Extent, MissingDocumentsError
    from eval.gold import GoldError
    from eval.run import Run
    from eval.run_file import read_run

    extent = Extent(transforms, baselines)
    try:
        earlier = read_run(against) if against else None
        if questions:
            scores = _evaluate_own(questions, session_settings(context, home).home, extent)
        else:
            scores = _evaluate_known(seed, size, shared, extent)
    except (GoldError, MissingDocumentsError) as error:
        raise CommandError(str(error)) from error
    made_with = {"questions": "、".join(map(str, questions))} if questions else {"seed": str(seed), "size": size}
    run = Run(scores, {words.SETTINGS[name]: text for name, text in {**made_with, "date": date.today().isoformat()}.items()})
    comparison = compare_runs(earlier, run) if earlier else None
    has_failed = comparison is not None and bool(comparison.complaints)
    if has_failed and save and against and save.resolve() == against.resolve():
        complain(words.KEPT.format(path=against))  # a run that failed must not become what the next one is held against
        save = None
    _report(keep_best(earlier, run) if earlier else run, comparison, save, html, as_json)
    if has_failed:
        raise typer.Exit(FAILED)


@evaluate_command.command("init", cls=ChineseCommand, options_metavar=OPTIONS_METAVAR, help=words.INIT)
def init(
    documents: Annotated[list[Path], typer.Argument(metavar="文件或文件夹", help=words.DOCUMENTS)],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="文件", help=words.OUTPUT)] = Path("题目.xlsx"),
) -> None:
    """Write a first set of questions about one's own documents."""
    from app.library.ingest_paths import ingest_paths
    from eval.draft_questions import draft_questions
    from eval.gold_workbook import write_workbook
    from retrieval.knowledge_base import KnowledgeBase

    with tempfile.TemporaryDirectory() as folder, KnowledgeBase.open(Path(folder)) as knowledge_base:
        for outcome in ingest_paths(knowledge_base, documents, lambda *_: None).of("failed"):
            complain(f"{outcome.path}：{outcome.message}")
        questions = draft_questions(knowledge_base)
    if not questions:
        raise CommandError(words.NOTHING_LOADED)
    try:
        write_workbook(questions, output)
    except OSError as error:
        raise CommandError(words.CANNOT_WRITE.format(path=output, reason=error_reason(error))) from error
    say(words.DRAFTED.format(path=output, count=len(questions)))


@evaluate_command.command("retrieval", cls=ChineseCommand, options_metavar=OPTIONS_METAVAR, help=words.RETRIEVAL)
def retrieval(
    context: typer.Context,
    questions: Annotated[list[Path] | None, typer.Option("--questions", metavar="文件", help=words.QUESTIONS, show_default=False)] = None,
    seed: Annotated[int, typer.Option(metavar="种子", help=words.SEED)] = 32,
    home: HomeOption = None,
) -> None:
    """Print ways to find passages beside one another, as a table in Markdown."""
    if questions:
        _refuse(context, "seed")
    from eval.compare_retrieval import compare_retrieval, write_table
    from eval.evaluate import read_library
    from eval.gold import GoldError
    from eval.libraries import invented_library, real_library
    from eval.read_gold import read_gold
    from retrieval.knowledge_base import KnowledgeBase

    try:
        if questions:
            asked = [question for file in questions for question in read_gold(file).questions]
            with KnowledgeBase.open(session_settings(context, home).home) as knowledge_base:
                say(write_table(compare_retrieval(knowledge_base, asked)))
            return
        with tempfile.TemporaryDirectory() as folder, KnowledgeBase.open(Path(folder) / "home") as knowledge_base:
            library = real_library() or invented_library(Path(folder) / "documents", seed, "small")
            read_library(knowledge_base, library.folder or Path(folder))
            say(write_table(compare_retrieval(knowledge_base, library.dataset.questions)))
    except GoldError as error:
        raise CommandError(str(error)) from error


def _refuse(context: typer.Context, *options: str) -> None:
    """Tell of options that mean nothing for one's own questions, rather than leave them out unseen."""
    for option in options:
        source = context.get_parameter_source(option)
        if source is not None and source.name == GIVEN:
            raise CommandError(words.NOT_WITH_QUESTIONS.format(option=f"--{option}"))


def _evaluate_known(seed: int, size: str, shared: Path | None, extent: Extent) -> tuple[Scores, ...]:
    """The invented library, then the real one where it is, each in a knowledge base of its own that goes afterwards."""
    from eval.evaluate import evaluate
    from eval.libraries import SHARED, invented_library, real_library

    real = real_library(shared or SHARED)
    if shared is not None and real is None:
        raise CommandError(words.NO_SHARED.format(folder=shared))
    with tempfile.TemporaryDirectory() as folder:
        found = (invented_library(Path(folder) / "documents", seed, size), real)
        libraries = [library for library in found if library is not None]
        with _Bar() as report:
            scores = [evaluate(library, Path(folder) / f"home-{index}", extent, report) for index, library in enumerate(libraries)]
    return tuple(one for group in scores for one in group)


def _evaluate_own(files: list[Path], home: Path, extent: Extent) -> tuple[Scores, ...]:
    """One's own questions over what the knowledge base holds."""
    from eval.evaluate import Library, evaluate
    from eval.read_gold import read_gold

    names = [file.stem for file in files]
    named = [name if names.count(name) == 1 else str(file) for file, name in zip(files, names, strict=True)]
    libraries = [Library(replace(read_gold(file), name=name)) for file, name in zip(files, named, strict=True)]
    empty = [file for file, library in zip(files, libraries, strict=True) if not library.dataset.questions]
    if empty:
        message = words.NO_CHECKED if empty[0].suffix.lower() == ".xlsx" else words.NO_QUESTIONS
        raise CommandError(message.format(path=empty[0]))
    with _Bar() as report:
        return tuple(one for library in libraries for one in evaluate(library, home, extent, report))


def _report(run: Run, comparison: Comparison | None, save: Path | None, html: Path | None, as_json: bool) -> None:
    """Screen, JSON file and HTML page."""
    from eval.print_report import print_report
    from eval.run_file import write_run
    from eval.write_html import write_html

    try:
        if save:
            write_run(run, save)
        if html:
            html.parent.mkdir(parents=True, exist_ok=True)
            html.write_text(write_html(run, comparison), "utf-8")
    except OSError as error:
        raise CommandError(words.CANNOT_WRITE.format(path=error.filename, reason=error_reason(error))) from error
    if as_json:
        json.dump(asdict(run), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    print_report(screen(), run, comparison)
    for path in (save, html):
        if path:
            say(words.WRITTEN.format(path=path))
    if comparison is not None and not comparison.complaints:
        say(words.PASSED)


class _Bar:
    """A progress bar that is told what is being asked."""

    def __enter__(self) -> Report:
        self._bar = progress_bar()
        self._bar.start()
        self._task = self._bar.add_task(words.ASKING, total=1, now="")
        return self._tell

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _tell(self, what: str, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total, now=what)
