"""The commands that answer: ask, batch, search, serve."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands import cli_wording as words
from app.commands.answer_lines import LineOutcome, Respond, answer_lines
from app.commands.cli_screen import complain, print_answer, print_json, print_passages, progress_bar, say
from app.commands.cli_session import CommandError, HomeOption, JsonOption, open_assistant, open_knowledge_base, session_settings
from app.library.error_reason import error_reason
from app.settings import Settings, child_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

QuestionArgument = Annotated[str, typer.Argument(metavar="问题", help=words.QUESTION)]
HistoryOption = Annotated[list[str] | None, typer.Option("--history", metavar="问题", help=words.HISTORY, show_default=False)]
CountOption = Annotated[int, typer.Option("--k", metavar="条数", min=1, max=1000, help=words.COUNT)]

PAGE = Path(__file__).parents[1] / "web" / "page.py"
SERVER = "app.web.serve_page"
LOCAL_ADDRESS = "127.0.0.1"
STREAMLIT_FLAGS = {
    "--server.address": LOCAL_ADDRESS,
    "--server.headless": "true",
    "--server.fileWatcherType": "none",
    "--browser.gatherUsageStats": "false",
    "--client.toolbarMode": "minimal",
    "--logger.level": "warning",
}


def ask(
    context: typer.Context,
    question: QuestionArgument,
    history: HistoryOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Answer one question; exit 0 whatever the answer's status."""
    answer = open_assistant(session_settings(context, home)).ask(question, tuple(history or ()))
    if as_json:
        print_json(answer.to_json())
    else:
        print_answer(answer)


def batch(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="问题文件", help=words.QUESTIONS_FILE)],
    target: Annotated[Path, typer.Argument(metavar="结果文件", help=words.ANSWERS_FILE)],
    retrieval: Annotated[bool, typer.Option("--retrieval", help=words.RETRIEVAL)] = False,
    k: CountOption = 10,
    home: HomeOption = None,
) -> None:
    """Answer every line of a file; exit 1 if a line could not be answered."""
    if source.resolve() == target.resolve():
        raise CommandError(words.SAME_FILE)
    settings = session_settings(context, home)
    total = _count_lines(source)
    respond = _search_responder(settings, k) if retrieval else _answer_responder(settings)
    with progress_bar() as bar:
        task = bar.add_task(words.ANSWERING, total=total, now="")
        outcomes = []
        try:
            for outcome in answer_lines(source, target, respond):
                bar.advance(task)
                outcomes.append(outcome)
        except OSError as error:
            raise CommandError(words.CANNOT_WRITE.format(path=target, reason=error_reason(error))) from error
    raise typer.Exit(_report_lines(outcomes))


def search(
    context: typer.Context,
    question: QuestionArgument,
    k: CountOption = 10,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Retrieve without answering."""
    results = _search_responder(session_settings(context, home), k)(question, ())["results"]
    if as_json:
        print_json(results)
    elif results:
        print_passages(results)
    else:
        say(words.NO_PASSAGE)


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(metavar="端口", min=1, max=65535, help=words.PORT)] = 8501,
    home: HomeOption = None,
) -> None:
    """Serve the page on this machine until interrupted."""
    settings = session_settings(context, home)
    if not PAGE.is_file():
        raise CommandError(words.PAGE_MISSING.format(path=PAGE))
    if _is_taken(port):
        raise CommandError(words.PORT_TAKEN.format(port=port))
    for problem in open_knowledge_base(settings).check():
        complain(problem)
    say(words.PAGE_READY.format(port=port), "bold")
    sys.stdout.flush()
    raise typer.Exit(_run_to_its_end(serve_command(port), child_environment(settings)))


def serve_command(port: int) -> list[str]:
    """The command that runs the page: local only, no statistics, no file watching."""
    flags = [part for flag in STREAMLIT_FLAGS.items() for part in flag]
    return [sys.executable, "-P", "-m", SERVER, "--server.port", str(port), *flags]


def _run_to_its_end(command: list[str], environment: dict[str, str]) -> int:
    """The status of the command; it ends when we are told to end. Its own English greeting is not shown."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        return max(process.wait(), 0)
    except KeyboardInterrupt:
        process.wait()
        return 0


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOCAL_ADDRESS, port))
        except OSError:
            return True
    return False


def _count_lines(source: Path) -> int:
    try:
        return sum(1 for line in source.read_bytes().splitlines() if line.strip())
    except OSError as error:
        raise CommandError(words.CANNOT_READ.format(path=source, reason=error_reason(error))) from error


def _answer_responder(settings: Settings) -> Respond:
    assistant = open_assistant(settings)

    def respond(question: str, history: Sequence[str]) -> dict[str, Any]:
        return assistant.ask(question, tuple(history)).to_json()

    return respond


def _search_responder(settings: Settings, k: int) -> Respond:
    from app.documents.search_passages import search_passages
    from app.question_reader import QuestionReader  # here: retrieval costs half a second

    reader = QuestionReader(open_knowledge_base(settings), settings.home)
    return lambda question, history: {"results": search_passages(reader, question, history, k)}


def _report_lines(outcomes: list[LineOutcome]) -> int:
    bad = [outcome for outcome in outcomes if outcome.problem]
    for outcome in bad:
        complain(words.BAD_LINE.format(number=outcome.number, reason=outcome.problem))
    return 1 if bad else 0
