"""A thing of which there are several is one entry in one table: one is added, and found wherever it must appear."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.command_table import COMMANDS, Command
from briefing.cli.commands.forms import FORMS, Form, Printed
from briefing.cli.output import Output
from briefing.cli.parsed import Arguments
from briefing.library.entries import Entry
from briefing.library.index.rows import BriefIndex
from briefing.library.index.schema import HEAD, VERSION
from briefing.library.index.search.conditions import NO_ROWS, row_query
from briefing.library.index.search.hits import hits
from briefing.library.index.search.search import matching_rows
from briefing.library.index.with_marks import MarkedBriefs
from briefing.library.marks import open_marks
from briefing.library.open import open_indexed
from briefing.library.sort_orders import SORT_ORDERS, First, SortOrder
from briefing.query import QueryError, parse_query
from briefing.query.nodes import BriefState, HasState
from briefing.query.word_fields import WORD_FIELDS, SearchedItem, WordField
from briefing.report import FORMATS, Report
from briefing.settings import Settings, load_settings
from briefing.tui.keys.actions import ACTIONS
from briefing.tui.panes import PANES
from tests.support import documented
from tests.support.added_entries import Seen
from tests.support.app import brief, index, until, write
from tests.support.edited import Edited, Insertion
from tests.support.index_content import digest
from tests.support.indexed import searcher
from tests.support.terminal import ROOT

_BACKWARDS = SortOrder("backwards", "the alphabet from its end", "stem DESC")
_STARRED = SortOrder("starred first", "stars", first=(First("mark.starred"),))


def extended(entry: str, program: str) -> object:
    """Run Python that adds an entry before anything else is imported; return what it prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", f"{entry}\nimport json\n{program}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def ids(brief_index: BriefIndex, rows: object) -> str:
    assert hasattr(rows, "__iter__")
    return "".join(entry.id for row in rows if (entry := brief_index.entry(row)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, **{name: brief(name) for name in "abc"})


# a sort order


def test_a_sort_order_is_in_the_list_of_an_index_that_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    before = open_indexed([folder], environment).brief_index
    index(before)
    before.store.close()
    monkeypatch.setitem(SORT_ORDERS, "backwards", _BACKWARDS)
    monkeypatch.setitem(SORT_ORDERS, "stars", _STARRED)
    opened = open_indexed([folder], environment, sort="backwards")
    assert opened.sentence is None
    brief_index = opened.brief_index
    assert ids(brief_index, [opened.first]) == "c"
    assert ids(brief_index, brief_index.order("backwards")) == "cba"
    marks = open_marks(folder, environment).marks
    marks.set_starred(["b"], True, "x")
    joined = MarkedBriefs(brief_index, marks.library, marks.path, marks.every)
    assert (ids(brief_index, joined.order("stars")), ids(brief_index, joined.order("backwards"))) == ("bac", "cba")
    write(folder, d=brief("d"))
    index(brief_index)
    assert ids(brief_index, brief_index.order("backwards")) == "dcba"


async def test_a_sort_order_is_reached_by_its_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SORT_ORDERS, "backwards", _BACKWARDS)
    app = searcher(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.is_running, "the app")
        await pilot.press("0", *"S" * list(SORT_ORDERS).index("backwards"))
        await until(pilot, lambda: app.state.brief_rows.sort == "backwards", "sorted")
        assert ids(app.state.brief_rows.brief_index, app.state.brief_rows.rows) == "cba"


@pytest.mark.parametrize("name", ["backwards", "stars"])
def test_a_sort_order_can_be_chosen_in_the_settings(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def loaded(text: str) -> tuple[Settings, str]:
        path = tmp_path / "briefing" / "config.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        settings, problems = load_settings({"XDG_CONFIG_HOME": str(tmp_path)})
        return settings, "\n".join(map(str, problems))

    monkeypatch.setitem(SORT_ORDERS, "backwards", _BACKWARDS)
    monkeypatch.setitem(SORT_ORDERS, "stars", _STARRED)
    settings, said = loaded(f"sort: {name}\n")
    assert (settings.sort, said) == (name, "")
    assert "backwards or stars" in loaded("sort: x\n")[1]


def test_a_sort_order_is_in_the_help_and_the_palette() -> None:
    says = extended(
        "from briefing.library.sort_orders import SORT_ORDERS, SortOrder\n"
        "SORT_ORDERS['backwards'] = SortOrder('backwards', 'the alphabet from its end', 'stem DESC')",
        "from briefing.tui.keys.actions import action_of\nprint(json.dumps(action_of('list.sort').description))",
    )
    now = next(action.description for action in ACTIONS if action.id == "list.sort")
    assert says == f"{now}, the alphabet from its end"


def test_a_sort_order_is_missed_in_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SORT_ORDERS, "backwards", _BACKWARDS)
    assert all(said != there for said, there in documented.sort_orders())


_KEPT_ORDERS: Mapping[str, str] = {
    "name": "stem, file",
    "date": "day IS NULL, day DESC, stem, file",
    "title": "title IS NULL, title COLLATE NOCASE, stem, file",
}
"""SQL by which indexes of this VERSION have put their rows in order, by the name of the order."""


def test_an_index_keeps_no_rows_in_another_order_than_its_name_means() -> None:
    """Indexes keep rows in order: other SQL for a name needs a new VERSION in library/index/schema.py.

    An order that is new needs neither a VERSION nor a line above.
    """
    assert {name: SORT_ORDERS[name].terms for name in _KEPT_ORDERS} == _KEPT_ORDERS


# a command


def _count_options(command: argparse.ArgumentParser) -> None:
    command.description = "Print how many words there are."
    command.add_argument("words", nargs="*")


def _count(arguments: Arguments) -> int:
    return len(arguments.words)


def _help(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        main([*arguments, "--help"])
    return capsys.readouterr().out


def test_a_command_is_in_the_help_and_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    monkeypatch.setitem(COMMANDS, "count", Command("[WORD ...]", "print how many", _count_options, _count))
    assert "\n  count [WORD ...]     print how many\n" in _help(capsys)
    assert "how many words" in _help(capsys, "count")
    assert main(["--ascii", "count", "a", "b", "c"]) == 3
    write(folder, count=brief("A brief that is named so"))
    monkeypatch.chdir(folder)
    assert main(["open", "count.yaml"]) == 0
    assert documented.commands() == ["count"]


# a form in which briefs are printed


def _title(output: Output, printed: Printed) -> None:
    assert printed.reading.brief is not None
    output.text(f"title of {printed.reading.brief.title}\n")


def _title_row(output: Output, entry: Entry, printed: Printed) -> None:
    assert printed.reading.brief is not None
    output.text(f"{entry.id} has the title {printed.reading.brief.title}\n")


def test_a_form_of_briefs_is_an_option_of_show_and_of_list(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    monkeypatch.setitem(FORMS, "titles", Form("the titles alone", _title, _title_row))
    monkeypatch.setitem(FORMS, "short", Form("the first line", _title))
    assert "the titles alone" in _help(capsys, "show")
    assert "the first line" in _help(capsys, "show")
    assert "the titles alone" in _help(capsys, "list")
    assert "the first line" not in _help(capsys, "list")
    assert main(["show", "--titles", str(folder / "a.yaml")]) == 0
    assert main(["list", "--titles", str(folder / "a.yaml")]) == 0
    assert capsys.readouterr().out == "title of a\na has the title a\n"
    assert documented.forms() == ["titles", "short"]


# a format in which problems are printed


def _lines(report: Report) -> Iterator[str]:
    yield f"{sum(map(len, report.files()))} problems in a line\n"


def test_a_format_of_problems_is_a_choice_of_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    monkeypatch.setitem(FORMATS, "lines", _lines)
    assert "{text,json,github,sarif,lines}" in _help(capsys, "check")
    write(folder, bad="briefing: 1\ntitle: Bad\ndate: 2024-13\n")
    assert main(["check", "--format", "lines", str(folder / "bad.yaml")]) == 1
    assert capsys.readouterr().out == "1 problems in a line\n"
    said, there = documented.report_formats()
    assert there == [*said, "lines"]


# a field of a query


def _lede(thing: SearchedItem) -> list[str]:
    return list(thing.more)[:1] if thing.kind == "brief" else []


def test_a_field_of_words_finds_briefs_and_says_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    write(folder, d=brief("Reader").replace("What the reader must know", "No more"))
    brief_index = open_indexed([folder], {"XDG_CACHE_HOME": str(tmp_path / "cache")}).brief_index
    index(brief_index)
    monkeypatch.setitem(WORD_FIELDS, "lede", WordField("lede", _lede))
    query = parse_query("lede:reader")
    for columns in (None, HEAD):
        assert ids(brief_index, matching_rows(brief_index, query, columns)) == "abc"
    (found,) = hits(brief_index, query, [1])
    assert [(one.kind, one.snippet.text) for one in found.items] == [("brief", "What the reader must know.")]
    with pytest.raises(QueryError, match=r"there are .* id, lede, since, "):
        parse_query("qqqqq:x")
    assert all("id: lede:" in _help(capsys, command) for command in ("search", "pick"))
    assert main(["search", "lede:reader", "--json", str(folder)]) == 0
    assert capsys.readouterr().out.count("What the reader must know") == 3
    assert documented.conditions() == []


@pytest.mark.parametrize(
    "state", [state for state in BriefState if state not in {BriefState.UNREAD, BriefState.NEW}]
)  # which are found by what is read
def test_a_state_of_a_brief_has_an_sql(state: BriefState) -> None:
    assert row_query(HasState(state), b"library") != NO_ROWS


def test_a_state_of_a_brief_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert " ".join(f"is:{state}" for state in BriefState) in " ".join(_help(capsys, "search").split())


# a field of the format

_BRIDGE = """\
briefing: 1
title: A bridge
summary:
  - {{text: It is built., weight: 2.50}}
figures:
  - {{label: Length, value: 850, unit: m, viewpoint: {0}}}
  - {{label: Width, value: 12, unit: m}}
timeline:
  - {{text: It opens., when: 1959, reported: 1960-05-02}}
sources:
  paper: {{kind: article, title: Bridges, medium: print}}
"""
_FIELDS = (
    (
        '        Field(\n            "likelihood",',
        'Field("weight", FieldType.NUMBER, "How much it counts", says="weighs")',
    ),
    (
        '        Field(\n            "derived",',
        'Field("viewpoint", FieldType.TEXT, "Where it was seen from", says="seen from")',
    ),
    ('        Field("place", _TEXT,', 'Field("reported", FieldType.DATE, "When it was told", says="told on")'),
    (
        '        Field("title", _TEXT, "Title, as',
        'Field("medium", FieldType.WORD, "How it appears", words=("print", "web"), says="medium:")',
    ),
)


@pytest.fixture(scope="module")
def with_fields(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    added = [Insertion("format/parse/schema.py", before, f"        {field},\n") for before, field in _FIELDS]
    edited = Edited(tmp_path_factory.mktemp("fields"), added)
    edited.write("north.yaml", _BRIDGE.format("the north bank"))
    south = _BRIDGE.format("the south bank").replace("2.50", "2.5").replace("05-02", "06").replace("print", "web")
    edited.write("south.yaml", south)
    return edited


def test_a_field_is_checked_shown_exported_compared_and_found(with_fields: Edited) -> None:
    with_fields.write("wrong.yaml", _BRIDGE.format("x").replace("viewpoint", "viewpiont"))
    north = "briefs/north.yaml"
    schema, good, bad, shown, markdown, as_json, diff, found = with_fields.briefing(
        "schema",
        f"check {north}",
        "check briefs/wrong.yaml",
        f"show {north}",
        f"show --markdown {north}",
        f"show --json {north}",
        f"diff {north} briefs/south.yaml",
        "search 'north bank' briefs",
    )
    assert all(f'"{name}"' in schema.text for name in ("weight", "viewpoint", "reported", "medium"))
    assert (good.code, "[field-unknown]" in good.text) == (0, False)
    assert "did you mean “viewpoint”?" in bad.text
    for words in ("weighs 2.50", "seen from the north bank", "told on 2 May 1960", "medium: print"):
        assert words in " ".join(shown.text.split())
        assert words in markdown.text
    whole = json.loads(as_json.text)
    length, width = whole["figures"]
    assert (length["viewpoint"], width["viewpoint"]) == ("the north bank", None)
    assert whole["summary"][0]["weight"] == "2.50"
    assert whole["timeline"][0]["reported"]["earliest"] == "1960-05-02"
    assert whole["sources"]["paper"]["medium"] == "print"
    assert diff.text == (
        "KEY FIGURES\n  Length: seen from “the north bank” → “the south bank”\n"
        "TIMELINE\n  It opens: told on 2 May 1960 → June 1960\n"
        "SOURCES\n  Bridges: medium: print → web\n"
    )
    assert "A bridge: the north bank" in found.text


def test_a_field_is_copied_and_makes_an_index_another(with_fields: Edited) -> None:
    copied, other = with_fields.python(
        "from pathlib import Path\n"
        "from briefing.export import item_text\nfrom briefing.format.parse import read_brief_bytes\n"
        "from briefing.render.lines import Target, TargetKind\n"
        "from tests.support.index_content import digest\n"
        "path = Path('briefs/north.yaml')\n"
        "brief = read_brief_bytes(path.read_bytes(), path, 'north').brief\n"
        "print(item_text(brief, Target(TargetKind.FIGURE, 0)), end='---')\n"
        "print(digest())"
    ).split("---")
    assert copied.startswith("Length: 850 m (seen from the north bank)\n")
    assert other.strip() != digest()


_KEPT = {9: "2f2216c97b927cf4"}


def test_what_an_index_holds_belongs_to_its_version() -> None:
    """An index that holds something else has a new VERSION in library/index/schema.py, which is noted here."""
    assert {VERSION: digest()} == _KEPT, (
        f"raise VERSION in library/index/schema.py, then _KEPT = {{VERSION: {digest()!r}}}"
    )


# a check code

_EVIDENCE_CODE = '    RELATED_UNKNOWN = "related-unknown"'
_FORMAT_CODE = '    BASIS_NOTE = "basis-note"'
_ADDED_CODES = (
    Insertion("evidence/codes.py", _EVIDENCE_CODE, '    SHOUTED = "shouted", Severity.WARNING\n'),
    Insertion(
        "evidence/explanations.py",
        "    Explanation(\n        EvidenceCode.RELATED_UNKNOWN,",
        """\
    Explanation(
        EvidenceCode.SHOUTED,
        "All letters of a claim are capitals.",
        _point("quote: troops were sent", "TROOPS WERE SENT."),
        _point("quote: troops were sent"),
        _TROOPS,
    ),
""",
    ),
    Insertion(
        "evidence/check.py",
        "RULES: tuple",
        """\
def _shout_findings(case: Case) -> Iterator[Outcome]:
    if case.claim.text.isupper():
        yield case.problem(EvidenceCode.SHOUTED, case.field, "the writer shouts")


""",
    ),
    Insertion("evidence/check.py", "    figure_findings,\n    date_findings,", "    _shout_findings,\n"),
    Insertion("base/problems.py", _FORMAT_CODE, '    LOUD_TITLE = "loud-title"\n'),
    Insertion(
        "report/explanations/format.py",
        "    CodeExplanation(\n        Code.FIELD_UNKNOWN,",
        '    CodeExplanation(Code.LOUD_TITLE, "The title has no small letter.", "title: HARBOUR", "title: Harbour"),\n',
    ),
    Insertion(
        "format/parse/rules.py",
        "    _check_ids(state, brief)\n",
        "    if brief.title.isupper():\n"
        '        state.report(Code.LOUD_TITLE, brief.spots["title"], "the title shouts")\n',
    ),
)
_LOUD = """\
briefing: 1
title: HARBOUR TALKS
summary:
  - {text: THE TALKS RESUME., cites: {quote: the talks resume}}
sources:
  paper: {kind: article, file: texts/talks.txt}
"""


@pytest.fixture(scope="module")
def with_codes(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    edited = Edited(tmp_path_factory.mktemp("codes"), _ADDED_CODES)
    (edited.folder / "briefs" / "texts" / "talks.txt").write_text("Talks\n\nOn Monday the talks resume.\n")
    edited.write("loud.yaml", _LOUD)
    return edited


def test_a_code_is_checked_chosen_and_explained(with_codes: Edited) -> None:
    loud = "briefs/loud.yaml"
    every, one, other, claim, title, codes, shown = with_codes.briefing(
        f"check {loud}",
        f"check --select shouted {loud}",
        f"check --ignore shouted {loud}",
        "check --explain shouted",
        "check --explain loud-title",
        "check --explain all",
        f"show --verdicts --json {loud}",
    )
    assert (every.code, one.code, other.code) == (1, 0, 1)  # the one is a warning, the other an error
    for said, there in ((every, (True, True)), (one, (True, False)), (other, (False, True))):
        assert (" [shouted]\n" in said.text, " [loud-title]\n" in said.text) == there
    assert "All letters of a claim are capitals." in claim.text
    assert "The title has no small letter." in title.text
    assert all(f"\n{code} " in codes.text for code in ("shouted", "loud-title"))
    assert "1 doubtful" in every.text
    (point,) = json.loads(shown.text)["summary"]
    assert (point["support"], [finding["code"] for finding in point["findings"]]) == ("doubtful", ["shouted"])


def test_a_code_is_in_every_format_of_problems(with_codes: Edited) -> None:
    for said in with_codes.briefing(*(f"check --format {form} briefs/loud.yaml" for form in FORMATS)):
        assert all(code in said.text for code in ("shouted", "loud-title"))
    (sarif,) = with_codes.briefing("check --format sarif briefs/loud.yaml")
    assert "All letters of a claim are capitals." in sarif.text


# a pane, an action and a theme

_GAPS = '''\
"""The pane of what an article leaves open."""

from briefing.render.lines import Target, TargetKind
from briefing.render.sheet_builder import SheetBuilder


def gaps_pane(brief, width, look, evidence=None, form=None):
    """Set the pane."""
    builder = SheetBuilder(width, look)
    for number, text in enumerate(brief.open):
        with builder.item(Target(TargetKind.OPEN, number)):
            builder.add_text(f"It is open: {text}")
    return builder.sheet()
'''
_ADDED_ENTRIES = (
    Insertion(
        "render/panes/__init__.py",
        "PANES = (",
        """\
def _gaps() -> Typeset:
    from briefing.render.panes.gaps import gaps_pane

    return gaps_pane


""",
    ),
    Insertion(
        "render/panes/__init__.py",
        ')\n"""In the order of the screen',
        '    PaneType("gaps", "Gaps", "Gap", _gaps, "Nothing is open.", (TargetKind.OPEN,)),\n',
    ),
    Insertion(
        "tui/keys/actions.py",
        '    Action("pane.next",',
        '    Action("brief.count", "W", "app.count", "count the words", Where.SCREEN),\n',
    ),
    Insertion(
        "tui/app.py",
        "    def action_sort(self)",
        '    def action_count(self) -> None:\n        self.tell("three words")\n\n',
    ),
    Insertion("tui/theme/colours.py", '}\n"""The palettes of our own themes', ', "slate": INK'),
)


_ADDED_KEY = len(PANES) + 1


@pytest.fixture(scope="module")
def with_entries(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    edited = Edited(tmp_path_factory.mktemp("entries"), _ADDED_ENTRIES)
    (edited.folder / "briefing" / "render" / "panes" / "gaps.py").write_text(_GAPS, encoding="utf-8")
    return edited


def test_a_pane_an_action_and_a_theme_are_seen_by_the_reader(with_entries: Edited) -> None:
    seen = Seen(
        **json.loads(
            with_entries.python(
                "from pathlib import Path\nfrom tests.support.added_entries import as_json\n"
                "print(as_json(Path('briefs')))"
            )
        )
    )
    assert f"─ {_ADDED_KEY} 3 ─" in seen.tabs  # its key and how many items it has
    assert f"{_ADDED_KEY} GAPS" in seen.wide
    assert "It is open:" in seen.wide
    assert (seen.part, seen.is_kept) == ("gaps", True)
    assert (seen.said.strip(), seen.problems) == ("three words", [])
    assert all(words in seen.help for words in ("gaps", "count the words"))
    assert {"Gaps", "Count the words", "Theme: slate"} <= set(seen.palette)
    assert seen.themes == ["slate", "ansi-dark", "atom-one-dark", "atom-one-light", "catppuccin-frappe"]
    assert (seen.differs, seen.is_coloured) == ([], True)


def test_a_pane_is_printed(with_entries: Edited) -> None:
    (shown,) = with_entries.briefing("show bridge")
    assert "\nGAPS\n\nIt is open:" in shown.text


def test_a_pane_and_a_theme_are_missed_in_the_readme_and_an_action_is_in_the_manual(with_entries: Edited) -> None:
    said = with_entries.python(
        "import json\nfrom briefing.cli.manual.topics import TOPICS\nfrom tests.support import documented\n"
        "keys = str(TOPICS['keys'].load())\n"
        "print(json.dumps([keys, *documented.panes(), *documented.themes()]))"
    )
    keys, said_panes, panes, said_themes, themes = json.loads(said)
    assert "(pane.gaps)" in keys
    assert "(brief.count)" in keys
    assert (panes, themes) == ([*said_panes, "Gaps"], ["ink", "paper", "slate", "ansi"])
    assert said_themes == ["ink", "paper", "ansi"]
