"""Owns how a brief is set on lines: values and a width go in, lines of styled runs come out.

Pure: no I/O, no clock, no colour.
"""

from briefing.typesetting.cited import Cited
from briefing.typesetting.figures import figures
from briefing.typesetting.frames import ROW_LINES, Row, Scroll, footer, heading, masthead, row, tabs
from briefing.typesetting.help import KeyGroup, help_page
from briefing.typesetting.lines import Item, Kind, Line, Role, Run, Sheet, Target, text_of
from briefing.typesetting.look import MEASURE, Look
from briefing.typesetting.passage import Passage, passage
from briefing.typesetting.plain import TITLES, document, panes, plain_text
from briefing.typesetting.problems import problems
from briefing.typesetting.rests import falling, resting
from briefing.typesetting.sources import sources
from briefing.typesetting.summary import summary
from briefing.typesetting.timeline import timeline

__all__ = [
    "MEASURE",
    "ROW_LINES",
    "TITLES",
    "Cited",
    "Item",
    "KeyGroup",
    "Kind",
    "Line",
    "Look",
    "Passage",
    "Role",
    "Row",
    "Run",
    "Scroll",
    "Sheet",
    "Target",
    "document",
    "falling",
    "figures",
    "footer",
    "heading",
    "help_page",
    "masthead",
    "panes",
    "passage",
    "plain_text",
    "problems",
    "resting",
    "row",
    "sources",
    "summary",
    "tabs",
    "text_of",
    "timeline",
]
