"""The conversation: what each key prints. It keeps the brief, the pane and the item that the reader is at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from briefing.base.named_tuple import NamedTuple
from briefing.base.plurals import counted
from briefing.base.problems import Place
from briefing.base.safe_text import visible
from briefing.format.model import Source
from briefing.library.index.search.cancel import CancelToken
from briefing.library.sort_orders import SORT_ORDERS
from briefing.query import QueryError
from briefing.render.cited import Cited
from briefing.render.lines import Target, TargetKind, text_of
from briefing.render.parts.telling_apart import told_apart
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.history import History
from briefing.tui.data.hit_target import HitTarget
from briefing.tui.data.kept_searches import NEW_QUERY
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.data.remembered import InLibrary
from briefing.tui.data.targets import CITING, address_of, asked_sources, no_address, sources_at, spot_of
from briefing.tui.drawing.row_settings import naming_of
from briefing.tui.keys.actions import ACTIONS, WRITTEN, Where, split_keys
from briefing.tui.linear.current_brief import CurrentBrief
from briefing.tui.linear.marking import Marking
from briefing.tui.linear.printing import INDENT, Printer, Setting
from briefing.tui.linear.said import cite_lines, hit_title, hit_words, place_of, row_line, title_line
from briefing.tui.panes import LIBRARY, MAIN, NAMES, TITLES, pane_of

_NEAR = 20
"""Rows before and after a brief that are compared with it: about those that a screen shows."""
_MOST_HITS = 20
"""Hits of a search that are printed at once."""
_CITE_STEPS = {"find.next": 1, "find.previous": -1}
"""After the words of an item, the keys that go to its next cite."""
_HERE = (Where.MOVE, Where.PANE, Where.LIST, Where.SCREEN, Where.APP, Where.SOURCE_TEXT)
"""The parts of the reader whose keys act here."""


class Position(NamedTuple):
    """Where the reader is."""

    row: int
    part: str
    """A pane or the list."""
    item: int
    """Index among the items of the pane."""


class Asked(NamedTuple):
    """The source that was named last of an item: asked again, the next one is named."""

    name: str
    """What is asked: a key of `_table`."""
    target: Target | None
    at: int
    """Index among the sources of the item."""


class LinearReader:
    """Answers keys by printing. Every key prints at least one line."""

    def __init__(self, brief_rows: BriefRows, mark_cache: MarkCache, setting: Setting) -> None:
        self._brief_rows, self._mark_cache, self._setting = brief_rows, mark_cache, setting
        self._printer = Printer(setting)
        self._marking = Marking(brief_rows, mark_cache)
        self._rows: Sequence[int] = brief_rows.rows
        self._current = CurrentBrief(brief_rows, brief_rows.first, setting)
        self._part = MAIN
        self._items: dict[str, int] = {}
        """The item that the reader is at, by pane. A pane without one was not entered: the first key leads to its first
        item."""
        self._cited: Cited | None = None
        """The cite whose words were printed last. None: the reader has gone on."""
        self._sought = ""
        self._asked = Asked("", None, -1)
        self._filter_words = ""
        """What the list is filtered by. Empty: by nothing."""
        self._history: History[Position] = History()
        self.is_done = False
        """Whether the reader has left."""
        self._calls = self._table()
        self._actions = {
            key: action.id
            for action in reversed(ACTIONS)
            if action.where in _HERE and action.id in self._calls
            for key in split_keys(setting.keys.get(action.id, action.keys))
        }

    def start(self, words: str = "") -> None:
        """Say what this is, and open the first brief. `words` filter the list, if they still find something."""
        from briefing.tui.data.query_highlights import rows_at_start

        if found := rows_at_start(self._brief_rows, words):
            self._rows, self._filter_words = found.rows, words
            self._printer.say(f"The list is filtered by {words}; esc lists all briefs.")
        self._printer.say(f"{counted(len(self._rows), 'brief')}. ? lists the keys, q quits.")
        self._open(self._current.row)

    @property
    def left(self) -> InLibrary:
        """What the next start takes: the brief, and what the list is filtered by."""
        return InLibrary(self._current.entry.id, self._filter_words)

    def press(self, key: str) -> None:
        """Do what a key does, and print it."""
        name = self._action(key)
        if name is None:
            self._printer.say(f"{WRITTEN.get(key, key)} {self._why_not(key)}. ? lists the keys.")
            return
        self._note_read()
        cited, self._cited = self._cited, None
        if cited is not None and name in _CITE_STEPS:
            self._step_cite(cited, _CITE_STEPS[name])
        else:
            self._calls[name]()

    def leave(self) -> None:
        """Keep what was read, and end."""
        self._note_read()
        self.is_done = True

    def _note_read(self) -> None:
        if self._current.is_open and self._current.brief and (wrong := self._marking.note_read(self._current.row)):
            self._printer.say(wrong)

    def _action(self, key: str) -> str | None:
        name = self._actions.get(key)
        return "list.choose" if name == "pane.follow" and self._part == LIBRARY else name

    def _why_not(self, key: str) -> str:
        """Return why a key has no use: it is for the screen, or no key at all."""
        keys = ((split_keys(self._setting.keys.get(action.id, action.keys)), action) for action in ACTIONS)
        meant = next((action for names, action in keys if key in names and action.where in _HERE), None)
        return f"({meant.description}) is for the screen only" if meant else "does nothing here"

    def _table(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its id."""
        panes = {f"pane.{name}": partial(self._go_to_part, name) for name in NAMES}
        return {
            **panes,
            "pane.library": partial(self._go_to_part, LIBRARY),
            "move.down": partial(self._step, 1),
            "move.up": partial(self._step, -1),
            "move.page_down": self._read_on,
            "move.page_up": partial(self._go_to_end, 0),
            "move.start": partial(self._go_to_end, 0),
            "move.end": partial(self._go_to_end, -1),
            "pane.next": partial(self._beside, 1),
            "pane.previous": partial(self._beside, -1),
            "pane.follow": self._follow,
            "list.choose": self._choose,
            "brief.next": partial(self._turn, 1),
            "brief.previous": partial(self._turn, -1),
            "mark.next": partial(self._unseen, 1),
            "mark.previous": partial(self._unseen, -1),
            "mark.read": lambda: self._printer.say(self._marking.turn_read(self._current.row)),
            "mark.star": lambda: self._printer.say(self._marking.turn_starred(self._current.row)),
            "mark.all": self._mark_all,
            "mark.undo": lambda: self._printer.say(self._marking.undo()),
            "mark.changes": self._changes,
            "library.filter": self._filter,
            "library.new": self._list_new,
            "library.search": self._search,
            "screen.leave": self._leave_filter,
            "list.sort": self._sort,
            "find.ask": self._find,
            "find.next": partial(self._hit, 1),
            "find.previous": partial(self._hit, -1),
            "trail.back": partial(self._trail, -1),
            "trail.forward": partial(self._trail, 1),
            "item.words": self._words,
            "item.source": self._source,
            "source.falls": self._falls,
            "item.measure": self._measure,
            "item.open": self._address,
            "item.copy": self._copy,
            "brief.copy": self._copy_brief,
            "brief.problems": self._problems,
            "app.help": self._help,
            "app.quit": self.leave,
        }

    # the open brief

    def _open(self, row: int, part: str = MAIN) -> None:
        """Open a brief and print its head."""
        self._stand_on(row)
        current = self._current
        current.open()
        self._marking.opened()
        self._part = part
        brief = current.brief
        title = brief.title if brief else visible(current.entry.id)
        list_row = self._brief_rows.list_row(row)
        self._printer.say(title_line(f"{title}{self._apart}", list_row, current.problems, self._place))
        sheet = current.sheet(MAIN)
        first = sheet.items[0].first if brief and sheet.items else len(sheet.lines)
        self._printer.say_lines([line for line in sheet.lines[:first] if text_of(line).strip() != title])
        self._printer.say(self._part_line(part))

    def _stand_on(self, row: int) -> None:
        """Stand on a brief without opening it."""
        self._current = CurrentBrief(self._brief_rows, row, self._setting)
        self._items, self._cited = {}, None
        self._marking.left()

    @property
    def _at(self) -> int | None:
        """The place of the brief in the list, counted from 0. None: the filter leaves it out."""
        row = self._current.row
        return self._rows.index(row) if row in self._rows else None

    @property
    def _place(self) -> str:
        return place_of(self._at, len(self._rows))

    @property
    def _apart(self) -> str:
        """What tells the brief from others of its title that are near it in the list, in parentheses; mostly empty."""
        at = self._at
        if at is None:
            return ""
        first = max(0, at - _NEAR)
        near = [self._brief_rows.list_row(row) for row in self._rows[first : at + _NEAR + 1]]
        words = told_apart([naming_of(row, self._setting.look) for row in near])[at - first]
        return f" ({words})" if words else ""

    def _part_line(self, part: str) -> str:
        if part == LIBRARY:
            return f"Briefs, {len(self._rows):,}."
        return f"{TITLES[part]}, {counted(len(self._current.sheet(part).items), 'item')}."

    @property
    def _target(self) -> Target | None:
        """The item that the reader is at. None: none in this pane."""
        if self._part == LIBRARY:
            return None
        items = self._current.sheet(self._part).items
        return items[self._items.get(self._part, 0)].target if items else None

    def _say_item(self) -> None:
        """Print the item that the reader is at, with its place."""
        if self._part == LIBRARY:
            self._say_row()
            return
        sheet = self._current.sheet(self._part)
        if not sheet.items:
            self._printer.say_lines(sheet.lines, f"{TITLES[self._part]}: ")
            return
        at = self._items.get(self._part, 0)
        item = sheet.items[at]
        before = f"{TITLES[self._part]}, {at + 1} of {len(sheet.items)}: "
        self._printer.say_lines(sheet.lines[item.first : item.last + 1], before)

    def _say_row(self) -> None:
        self._printer.say(row_line(self._brief_rows.list_row(self._current.row), self._apart, self._place))

    # moving

    def _step(self, step: int) -> None:
        if self._part == LIBRARY:
            if (row := self._beyond(step)) is not None:
                self._stand_on(row)
                self._say_row()
            return
        items, at = self._current.sheet(self._part).items, self._items.get(self._part)
        to = 0 if at is None else at + step
        if not items:
            self._say_item()
        elif 0 <= to < len(items):
            self._items[self._part] = to
            self._say_item()
        else:
            self._printer.say(f"This is the last of {len(items)}." if step > 0 else "This is the first.")

    def _beyond(self, step: int) -> int | None:
        """Return the row after or before this one in the list; None, and say so, if it is the last or the first."""
        to = (-1 if self._at is None else self._at) + step
        if 0 <= to < len(self._rows):
            return self._rows[to]
        self._printer.say("This is the last brief." if step > 0 else "This is the first brief.")
        return None

    def _choose(self) -> None:
        self._open(self._current.row, MAIN)

    def _read_on(self) -> None:
        """Print all that is left of the pane."""
        if self._part == LIBRARY:
            self._step(1)
            return
        left = len(self._current.sheet(self._part).items) - 1 - self._items.get(self._part, -1)
        for _ in range(max(1, left)):
            self._step(1)

    def _go_to_end(self, end: int) -> None:
        if self._part == LIBRARY:
            self._stand_on(self._rows[end])
        else:
            self._items[self._part] = max(0, len(self._current.sheet(self._part).items) - 1) if end else 0
        self._say_item()

    def _go_to_part(self, part: str) -> None:
        if part != LIBRARY and not self._current.is_open:
            self._open(self._current.row, part)
            return
        self._part = part
        self._printer.say(self._part_line(part))
        if part == LIBRARY or part in self._items:
            self._say_item()

    def _beside(self, step: int) -> None:
        self._go_to_part(NAMES[(NAMES.index(self._part) + step) % len(NAMES)])

    def _turn(self, step: int) -> None:
        if (row := self._beyond(step)) is not None:
            self._go_to_brief(row)

    def _go_to_brief(self, row: int) -> None:
        self._history.leave(self._here)
        self._open(row)

    @property
    def _here(self) -> Position:
        return Position(self._current.row, self._part, self._items.get(self._part, 0))

    def _trail(self, step: int) -> None:
        place = self._history.back(self._here) if step < 0 else self._history.forward(self._here)
        if place is None:
            self._printer.say("There is nowhere to go back to." if step < 0 else "There is nowhere to go forward to.")
            return
        if place.row != self._current.row:
            self._open(place.row, place.part)
        self._part = place.part
        self._items[place.part] = place.item
        self._say_item()

    def _go_to_target(self, target: Target) -> None:
        part = pane_of(target.kind)
        index = self._current.sheet(part).index_of(target)
        self._part = part
        if index is not None:
            self._items[part] = index
        self._say_item()

    def _follow(self) -> None:
        target = self._target
        if target is not None and target.kind is TargetKind.RELATED:
            brief = self._current.brief
            row = self._brief_rows.find(brief.related[target.number].brief) if brief else None
            if row is None:
                self._printer.say("There is no such brief in this library.")
            else:
                self._go_to_brief(row)
        elif target is not None and target.kind is TargetKind.SOURCE:
            self._rest()
        else:
            self._words()

    # words

    def _words(self) -> None:
        """Print the words that the item rests on."""
        target = self._target
        if target is None:
            self._printer.say("There is nothing here that rests on a source.")
        else:
            self._say_words(target)

    def _say_words(self, target: Target) -> None:
        brief = self._current.brief
        if brief is None or target.kind not in CITING:
            self._printer.say("No source says this: there are no words to show.")
            return
        texts = self._brief_rows.library.texts(self._current.entry, brief)
        cited = Cited(brief, target, texts, self._current.evidence)
        if cited.cite is None:
            self._printer.say("This item cites no words.")
            return
        self._cited = cited
        first, *others = cite_lines(cited, self._setting.look)
        self._printer.say(first)
        for line in others:
            self._printer.say(line, INDENT)

    def _step_cite(self, cited: Cited, step: int) -> None:
        """Print the next cite of the item, or the previous one."""
        to = cited.index + step
        if 0 <= to < len(cited.cites):
            self._say_words(cited.target._replace(cite=to))
        else:
            self._cited = cited
            self._printer.say("This is the only cite." if len(cited.cites) == 1 else "There is no further cite.")

    def _next_source(self, name: str, sources: Sequence[Source]) -> Source | None:
        """Return the first source of the item; if the same was asked just before, the next one. None: it has none."""
        if not sources:
            self._printer.say("This item names no source.")
            return None
        is_again = self._asked[:2] == (name, self._target)
        self._asked = Asked(name, self._target, (self._asked.at + 1) % len(sources) if is_again else 0)
        return sources[self._asked.at]

    def _source(self) -> None:
        """Print the source of the item, or its next source, and stay at the item."""
        brief, target = self._current.brief, self._target
        source = self._next_source("source", sources_at(brief, target) if brief and target else [])
        if source is None:
            return
        part = pane_of(TargetKind.SOURCE)
        sheet = self._current.sheet(part)
        at = sheet.index_of(Target(TargetKind.SOURCE, source.number - 1))
        if at is not None:
            item = sheet.items[at]
            place = f"{TITLES[part]}, {at + 1} of {len(sheet.items)}: "
            self._printer.say_lines(sheet.lines[item.first : item.last + 1], place)

    def _falls(self) -> None:
        """Print what falls with who says the item; asked again, with the next of its sources."""
        from briefing.render.pages.dependents import falling_page

        brief, target, evidence = self._current.brief, self._target, self._current.evidence
        sources = asked_sources(brief, target) if brief and target else []
        if self._next_source("falls", sources) is None or brief is None or evidence is None:
            return
        asked = [source.id for source in sources[self._asked.at : self._asked.at + 2]]
        self._printer.say_lines(falling_page(brief, evidence, asked, self._setting.width, self._setting.look).lines)

    def _rest(self) -> None:
        """Print what rests on a source."""
        from briefing.render.pages.dependents import resting_page

        brief, target, evidence = self._current.brief, self._target, self._current.evidence
        if brief is not None and evidence is not None and target is not None:
            source = brief.sources[target.number]
            self._printer.say_lines(
                resting_page(brief, evidence, source.id, self._setting.width, self._setting.look).lines
            )

    # search

    def _filter(self) -> None:
        """Ask for words, and let only briefs with them be in the list."""
        from briefing.tui.data.query_highlights import look_up_rows

        words = self._printer.ask("Filter: type words and enter; enter alone lists all briefs.")
        if words is None:
            self._list_all()
            return
        try:
            found = look_up_rows(self._brief_rows, words, None, CancelToken()).rows
        except QueryError as error:
            self._printer.say(f"The filter has a mistake: {error}")
            return
        if not found:
            self._printer.say(f"No brief matches {words}; the list is as it was.")
            return
        self._filter_words = words
        self._list(found, "in the list")

    def _list(self, rows: Sequence[int], what: str) -> None:
        """List only these briefs, and go to the list: to the same brief if it is among them."""
        self._rows, self._part = rows, LIBRARY
        if self._current.row not in rows:
            self._stand_on(rows[0])
        self._printer.say(f"{counted(len(rows), 'brief')} {what}.")
        self._say_item()

    def _list_all(self) -> None:
        self._rows, self._filter_words = self._brief_rows.rows, ""
        self._printer.say(f"All {counted(len(self._rows), 'brief')}.")

    def _leave_filter(self) -> None:
        if not self._filter_words:
            self._printer.say("There is no filter to leave.")
        else:
            self._list_all()

    def _list_new(self) -> None:
        """List only what is unread or has changed; then all briefs again."""
        from briefing.tui.data.query_highlights import look_up_rows

        if self._filter_words == NEW_QUERY:
            self._list_all()
            return
        found = look_up_rows(self._brief_rows, NEW_QUERY, None, CancelToken()).rows
        if not found:
            self._printer.say("No brief is new or has changed.")
            return
        self._filter_words = NEW_QUERY
        self._list(found, "new or changed in the list")

    def _measure(self) -> None:
        """Print the figures of all briefs that have the measure of this one, and go to the one that is named."""
        brief, target = self._current.brief, self._target
        if brief is None or target is None or target.kind is not TargetKind.FIGURE:
            self._printer.say("This is no figure: m is for key figures.")
            return
        measure = brief.figures[target.number].measure
        if measure is None:
            self._printer.say("This figure has no measure.")
            return
        self._search_for(f'measure:"{measure}"')

    def _search(self) -> None:
        """Ask for words, print where they are in all briefs, and go to the hit whose number is typed."""
        words = self._printer.ask("Search all briefs: type words and enter.")
        if words is None:
            self._printer.say("Nothing was searched for.")
            return
        self._search_for(words)

    def _search_for(self, words: str) -> None:
        """Print the hits of a search, and go to the one whose number is typed."""
        try:
            hits = self._print_hits(words)
        except QueryError as error:
            self._printer.say(f"The search has a mistake: {error}")
            return
        if not hits:
            self._printer.say(f"Nothing has {words}.")
            return
        chosen = self._printer.ask("The number of a hit and enter goes there; enter alone stays.")
        if chosen is None or not chosen.isdecimal() or not 1 <= int(chosen) <= len(hits):
            self._printer.say("You stay where you were.")
            return
        hit = hits[int(chosen) - 1]
        self._go_to_brief(hit.row)
        if hit.target.kind is not TargetKind.BRIEF:
            self._go_to_target(hit.target)

    def _print_hits(self, words: str) -> list[HitTarget]:
        """Print the hits of a search, numbered; return where each leads.

        Raises:
            QueryError: the query has a mistake.

        """
        from briefing.tui.data.search_results import search

        found = search(self._brief_rows, words, _MOST_HITS, CancelToken())
        hits: list[HitTarget] = []
        for row in found.rows[:_MOST_HITS]:
            group, leads_to = found.shown(row)
            texts = ["the title", *map(hit_words, group.hits)][-len(leads_to) :]
            for target, text in list(zip(leads_to, texts, strict=True))[: _MOST_HITS - len(hits)]:
                hits.append(target)
                self._printer.say(f"{len(hits)}. {hit_title(group)}: {text}")
        if len(found.rows) > 1:
            self._printer.say(f"{counted(len(found.rows), 'brief')}; the first {counted(len(hits), 'hit')} are listed.")
        return hits

    def _find(self) -> None:
        words = self._printer.ask("Find in this brief: type words and enter.")
        if words is None:
            self._printer.say("Nothing was searched for.")
            return
        self._sought = words
        self._hit(1)

    def _hit(self, step: int) -> None:
        """Go to the next item with the words that were found, or the previous one."""
        if not self._sought:
            self._printer.say("Nothing is searched for: / finds words in this brief.")
            return
        if not self._current.is_open:
            self._open(self._current.row)
        places = [
            (at, item)
            for at, part in enumerate(NAMES)
            if part != LIBRARY
            for item in self._current.items_with(part, self._sought)
        ]
        if not places:
            self._printer.say(f"{self._sought} is in no item of this brief.")
            return
        here = (NAMES.index(self._part), self._items.get(self._part, -1))
        beyond = [place for place in places if (place > here if step > 0 else place < here)] or places
        at, item = beyond[0 if step > 0 else -1]
        self._part = NAMES[at]
        self._items[self._part] = item
        self._say_item()

    def _sort(self) -> None:
        names = list(SORT_ORDERS)
        name = names[(names.index(self._brief_rows.sort) + 1) % len(names)]
        self._brief_rows.sort, self._brief_rows.rows = name, self._mark_cache.joined.order(name)
        self._rows = self._brief_rows.in_order(self._rows)
        self._printer.say(f"Sorted {SORT_ORDERS[name].words}.")

    # marks

    def _unseen(self, step: int) -> None:
        """Go to the next brief that is unread or has changed."""
        unseen, at = self._marking.unseen(), -1 if self._at is None else self._at
        places = range(at + 1, len(self._rows)) if step > 0 else range(at - 1, -1, -1)
        row = next((self._rows[place] for place in places if self._rows[place] in unseen), None)
        if row is None:
            self._printer.say("No further brief is unread or has changed.")
        else:
            self._go_to_brief(row)

    def _mark_all(self) -> None:
        """Mark all briefs in the list read, after asking."""
        unseen = self._marking.unseen().intersection(self._rows)
        if not unseen:
            self._printer.say("Everything in the list is read already.")
            return
        many = f"{counted(len(unseen), 'brief')} of the {len(self._rows):,} in the list"
        answer = self._printer.ask(f"Mark {many} read? Type y and enter; enter alone leaves them.")
        is_meant = answer is not None and answer.lower() in {"y", "yes"}
        self._printer.say(self._marking.set_all_read(sorted(unseen)) if is_meant else "They are left as they are.")

    def _changes(self) -> None:
        from briefing.render.pages.diff import changes_page
        from briefing.tui.data.version_differences import changes_since

        entry = self._current.entry
        found = changes_since(self._mark_cache.marks, entry, self._mark_cache.of(entry.id))
        if isinstance(found, str):
            self._printer.say(found)
        else:
            self._printer.say_lines(changes_page(found, self._setting.width, self._setting.look).lines)

    # handing on

    def _copy(self) -> None:
        """Print the item with its citation and marking, alone in its lines, to be selected."""
        from briefing.export import item_text

        brief, target = self._current.brief, self._target
        if brief is None or target is None:
            self._printer.say("There is nothing to copy here: Y prints the whole brief.")
            return
        for line in item_text(brief, target).splitlines():
            self._printer.say(line)

    def _copy_brief(self) -> None:
        from briefing.export import markdown

        brief = self._current.brief
        if brief is None:
            self._printer.say("This brief cannot be shown.")
            return
        for line in markdown(brief).splitlines():
            self._printer.say(line)

    def _address(self) -> None:
        brief, target = self._current.brief, self._target
        sources = sources_at(brief, target) if brief and target else []
        address = next((found for source in sources if brief and (found := address_of(brief, source))), None)
        self._printer.say(visible(address) if address else f"{no_address(sources)}.")

    def _problems(self) -> None:
        from briefing.render.pages.problems import problems_page

        self._printer.say_lines(problems_page(self._current.problems, self._setting.width, self._setting.look).lines)
        brief = self._current.brief
        if brief is not None and self._target is not None:
            spot = spot_of(brief, self._target)
            place = Place(self._current.entry.path, *spot)
            self._printer.say(f"This item is at {visible(place.written)}.")

    def _help(self) -> None:
        for action in ACTIONS:
            if action.id in self._calls and action.where in _HERE:
                keys = split_keys(self._setting.keys.get(action.id, action.keys))
                self._printer.say(f"{' or '.join(WRITTEN.get(key, key) for key in keys)}: {action.description}")
