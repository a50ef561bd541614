"""The commands about the library: ingest, documents, remove, rebuild, adapt, doctor."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import Progress

from app.commands import cli_wording as words
from app.commands.cli_chinese import OPTIONS_METAVAR, ChineseCommand, chinese_typer
from app.commands.cli_screen import complain, print_documents, print_json, progress_bar, say
from app.commands.cli_session import CommandError, HomeOption, JsonOption, open_knowledge_base, session_settings, word_problems
from app.commands.outcome_notes import outcome_notes
from app.library.document_fields import FIELDS, FieldError, changed_fields, correct_info, read_fields

if TYPE_CHECKING:
    from app.library.ingest_paths import FileOutcome, IngestSummary

DocumentArgument = Annotated[str, typer.Argument(metavar="文件", help=words.DOCUMENT)]
ERASABLE = ("url", "published", "supersedes")
NOTHING = "无"
LOUD_OUTCOMES = ("failed", "skipped", "added_beside", "corrected")

documents = chinese_typer(help=words.HELP["documents"], invoke_without_command=True)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="文件或文件夹", help=words.PATHS, show_default=False)] = None,
    home: HomeOption = None,
) -> None:
    """Take files and folders in; a line for each that failed."""
    from app.library.ingest_paths import ingest_paths  # here: the readers cost half a second

    knowledge_base = open_knowledge_base(session_settings(context, home))
    with progress_bar() as bar:
        task = bar.add_task(words.REBUILDING, total=None, now="")
        knowledge_base.follow_model(lambda done, total: bar.update(task, completed=done, total=total))
        bar.reset(task, total=None, description=words.INGESTING)

        def report(outcome: FileOutcome, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, now=outcome.path.name)
            _report_file(bar, outcome)

        def tell_page(name: str, page: int, pages: int) -> None:
            bar.update(task, now=words.PAGE.format(name=name, page=page, pages=pages))

        summary = ingest_paths(knowledge_base, paths or [], report, tell_page)
    say(_summary_words(summary))
    for problem in knowledge_base.check():
        complain(problem)
    raise typer.Exit(1 if summary.has_failures else 0)


@documents.callback()
def list_documents(context: typer.Context, as_json: JsonOption = False, home: HomeOption = None) -> None:
    """List what is in the knowledge base."""
    context.find_root().obj = home or context.find_root().obj
    if context.invoked_subcommand:
        return
    infos = open_knowledge_base(session_settings(context, home)).documents()
    if as_json:
        print_json([asdict(info) for info in infos])
    elif infos:
        print_documents(infos)
    else:
        say(words.EMPTY_LIBRARY)


@documents.command("set", cls=ChineseCommand, options_metavar=OPTIONS_METAVAR, help=words.HELP["set"])
def set_fields(
    context: typer.Context,
    document: DocumentArgument,
    organization: Annotated[str | None, typer.Option(metavar="名称", help=words.ORGANIZATION, show_default=False)] = None,
    year: Annotated[str | None, typer.Option(metavar="年份", help=words.YEAR, show_default=False)] = None,
    kind: Annotated[str | None, typer.Option(metavar="类别", help=words.KIND, show_default=False)] = None,
    scope: Annotated[str | None, typer.Option(metavar="范围", help=words.SCOPE, show_default=False)] = None,
    url: Annotated[str | None, typer.Option(metavar="网址", help=words.URL, show_default=False)] = None,
    published: Annotated[str | None, typer.Option(metavar="日期", help=words.PUBLISHED, show_default=False)] = None,
    supersedes: Annotated[str | None, typer.Option(metavar="文件", help=words.SUPERSEDES, show_default=False)] = None,
    home: HomeOption = None,
) -> None:
    """Correct what was misread of a document."""
    knowledge_base = open_knowledge_base(session_settings(context, home))
    document_id = knowledge_base.resolve(document)
    written = {"organization": organization, "year": year, "kind": kind, "scope": scope, "url": url, "published": published}
    written["supersedes"] = knowledge_base.resolve(supersedes) if supersedes and supersedes != NOTHING else supersedes
    if written["supersedes"] == document_id:
        raise CommandError(words.SUPERSEDES_ITSELF)
    fields = _corrections(written)
    if not fields:
        raise CommandError(words.NOTHING_TO_CORRECT.format(name=document))
    info = knowledge_base.document(document_id).info
    corrected = correct_info(info, fields)
    knowledge_base.update_info(document_id, **changed_fields(info, corrected))
    told = "，".join(f"{field.chinese[0]} {fields[field.name] or NOTHING}" for field in FIELDS if field.name in fields)
    say(words.CORRECTED.format(name=document, fields=told))


def remove(context: typer.Context, document: DocumentArgument, home: HomeOption = None) -> None:
    """Take a document out."""
    knowledge_base = open_knowledge_base(session_settings(context, home))
    knowledge_base.remove(knowledge_base.resolve(document))
    say(words.REMOVED.format(name=document))


def rebuild(context: typer.Context, home: HomeOption = None) -> None:
    """Make the indexes anew from SQL."""
    knowledge_base = open_knowledge_base(session_settings(context, home))
    with progress_bar() as bar:
        task = bar.add_task(words.REBUILDING, total=None, now="")
        knowledge_base.rebuild(lambda done, total: bar.update(task, completed=done, total=total))
    say(words.REBUILT)


def adapt(context: typer.Context, home: HomeOption = None) -> None:
    """Train the small embedding model on the documents of the knowledge base and use it from now on."""
    settings = session_settings(context, home)
    if settings.embedding:
        raise CommandError(words.OTHER_MODEL.format(model=settings.embedding))
    knowledge_base = open_knowledge_base(settings)
    if not knowledge_base.documents():
        raise CommandError(words.EMPTY_LIBRARY)
    with progress_bar() as bar:
        task = bar.add_task(words.TRAINING, total=None, now="")
        knowledge_base.adapt(lambda done, total: bar.update(task, description=words.REBUILDING, completed=done, total=total))
    say(words.ADAPTED)


def doctor(context: typer.Context, home: HomeOption = None) -> None:
    """Tell what is wrong and how to mend it; exit 1 where something is."""
    settings = session_settings(context, home)
    say(words.WHERE.format(home=settings.home, python=sys.version.split()[0]))
    knowledge_base = open_knowledge_base(settings)
    say(words.LIBRARY_SIZE.format(count=len(knowledge_base.documents())))
    problems = [*word_problems(settings.home), *knowledge_base.check()]
    for problem in problems:
        complain(problem)
    if not problems:
        say(words.HEALTHY)
    raise typer.Exit(1 if problems else 0)


def _corrections(written: dict[str, str | None]) -> dict[str, Any]:
    """What was written, checked; a field of which “无” was written is emptied."""
    emptied = dict.fromkeys(name for name in ERASABLE if (written.get(name) or "").strip() == NOTHING)
    try:
        return read_fields({name: text for name, text in written.items() if name not in emptied}) | emptied
    except FieldError as error:
        raise CommandError(f"{error}。") from error


def _report_file(bar: Progress, outcome: FileOutcome) -> None:
    notes = outcome_notes(outcome)
    if outcome.outcome in LOUD_OUTCOMES or notes:
        told = "；".join([outcome.message or words.OUTCOMES[outcome.outcome], *notes])
        bar.console.print(f"{words.MARKS.get(outcome.outcome, '·')} {outcome.path}：{told}", soft_wrap=True)


def _summary_words(summary: IngestSummary) -> str:
    counted = Counter(outcome.outcome for outcome in summary.outcomes)
    counts = "，".join(f"{chinese} {counted[name]}" for name, chinese in words.COUNTED.items() if counted[name])
    return words.SUMMARY.format(total=len(summary.outcomes), counts=counts)
