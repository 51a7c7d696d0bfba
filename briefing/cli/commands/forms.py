"""The output forms of `show` and `list`, one entry each: text, plain, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Callable

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import OPTION_SIGNS
from briefing.base.problems import count_errors
from briefing.base.safe_text import visible
from briefing.cli.output import Output
from briefing.evidence import Evidence
from briefing.format.dates.wording import short_date_words
from briefing.format.model import Status
from briefing.format.parse import Reading
from briefing.library.entries import Entry
from briefing.render.lines import Line, Role, Run
from briefing.render.parts.counts_in_words import count_parts
from briefing.render.parts.review import review_count
from briefing.render.plain import document
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, tidy

_ID_CELLS = 24
_DATE_CELLS = 12


class Printed(NamedTuple):
    """One brief to be printed."""

    reading: Reading
    evidence: Evidence | None = None
    """Its verdicts. None: they are not wanted."""
    is_first: bool = True
    """Whether it is the first one that is printed."""


PrintRow = Callable[[Output, Entry, Printed], None]


@frozen
class Form:
    """An output form. Its name is the key in `FORMS`."""

    help: str | None
    """The help of its option. None: it has no option, as it is the default."""
    show: Callable[[Output, Printed], None]
    """Prints a brief for `show`, with its marking: `Output.lines` and `Output.text` for people, in the signs that the
    terminal can show; `Output.data` for bytes of a file format, the same on every terminal. `Printed.is_first` tells
    whether a separator or a header is due."""
    list: PrintRow | None = None
    """Prints a brief for `list`. None: `list` does not have this form."""
    has_problems: bool = False
    """Whether the output contains the problems of the brief, so that they are not printed on standard error."""


def _text(output: Output, printed: Printed) -> None:
    _typeset(output, printed, output.look)


def _plain(output: Output, printed: Printed) -> None:
    _typeset(output, printed, output.plain_look)


def _typeset(output: Output, printed: Printed, look: Look) -> None:
    reading, evidence, is_first = printed
    if reading.brief is None:
        return
    marking = reading.brief.marking
    between: tuple[Line, ...] = () if is_first else ((), ())
    after: tuple[Line, ...] = ((), (Run(str(marking), Role.MARKING),)) if marking else ()
    output.lines((*between, *document(reading.brief, output.width, look, evidence), *after), styled=not look.plain)


def _markdown(output: Output, printed: Printed) -> None:
    from briefing.export import markdown

    if printed.reading.brief is not None:
        between = "" if printed.is_first else "\n"
        output.data(f"{between}{markdown(printed.reading.brief, printed.evidence)}".encode())


def _json(output: Output, printed: Printed) -> None:
    from briefing.export import reading_json  # needed only for JSON

    output.text(f"{reading_json(printed.reading, printed.evidence)}\n")


def _row(output: Output, entry: Entry, printed: Printed) -> None:
    reading, evidence, _ = printed
    brief = reading.brief
    date = short_date_words(brief.date) if brief is not None and brief.date is not None else ""
    facts = [] if brief is None else [str(brief.status)] * (brief.status is not Status.FINAL)
    facts += [] if brief is None or not brief.unreviewed else [review_count(brief)]
    facts += [] if brief is None or brief.marking is None else [str(brief.marking)]
    errors = count_errors(reading.problems)
    facts += [f"{errors} error{'s' * (errors > 1)}"] * (errors > 0)
    facts += [] if evidence is None else [part.text for part in count_parts(evidence.counts)[1:-1]]
    line = (
        Run(_in_column(_named(entry), _ID_CELLS), Role.ACCENT),
        Run(_in_column(date, _DATE_CELLS), Role.DATE),
        Run(brief.title if brief else "", Role.STRONG),
        Run(f"  [{', '.join(facts)}]" if facts else "", Role.META),
    )
    output.lines((line,))


def _named(entry: Entry) -> str:
    """Return the id of a brief, with ./ before it if it looks like an option; `show` and `check` accept that."""
    return visible(f"./{entry.id}" if entry.id.startswith(OPTION_SIGNS) else entry.id)


def _in_column(text: str, width: int) -> str:
    """Return a text padded with spaces to a width in columns, and two more."""
    return f"{text}{' ' * max(0, width - cells(tidy(text)))}  "


def _json_row(output: Output, entry: Entry, printed: Printed) -> None:
    from briefing.export import list_row_json  # needed only for JSON

    output.text(f"{list_row_json(entry.id, entry.path, printed.reading, printed.evidence)}\n")


FORMS = {
    "text": Form(None, _text, _row),
    "plain": Form("no box characters, no colour", _plain),
    "markdown": Form("as Markdown", _markdown),
    "json": Form("as JSON, one brief a line", _json, _json_row, has_problems=True),
}
"""By name: the option `--NAME` of `show`, and of `list` if the form has `list`."""


def forms_of_list() -> dict[str, PrintRow]:
    """Return the forms of `list`: the function that prints a brief, by name."""
    return {name: form.list for name, form in FORMS.items() if form.list is not None}
