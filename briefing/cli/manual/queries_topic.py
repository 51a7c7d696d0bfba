"""The topic `queries`: the language of filter, search, `briefing search` and `briefing pick`."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Page, Text
from briefing.query.nodes import BriefState
from briefing.query.word_fields import WORD_FIELDS


def query_entries() -> Entries:
    """Return what a query may consist of, with the names of fields and states that there are."""
    words = " ".join(f"{name}:" for name in WORD_FIELDS)
    states = " ".join(f"is:{state}" for state in BriefState)
    return Entries(
        (
            Entry(
                "harb",
                "words that begin with this, in titles, claims, quotes, notes, sources, saved texts; case, accents and"
                " separators of thousands do not matter",
            ),
            Entry('"harbour talks"', 'exactly these words in this order; "harbour ta*": the last one may go on'),
            Entry(
                "a b, a or b, -a, (a b)", "both, one of them, not this one; words side by side bind closer than `or`"
            ),
            Entry("2013, 2024-10, June 2024", "the words, and claims of that time; not in `f`"),
            Entry(
                words,
                'words in one field: tag:rail, by:"news agency"; source: and by: also find kinds and roles of sources:'
                " by:unnamed, source:imagery",
            ),
            Entry("since:2024 until:2024-10", "a date that may be in this time; with ~ also dates without a year"),
            Entry(
                "figure:>3000 figure:10..20 unit:km measure:troops/sent",
                'one figure that meets all of these; measure:"troops/sent": the whole measure',
            ),
            Entry("status:draft marking:amber marking:none", "the status and the marking of a brief"),
            Entry(states, "the state of a brief, or of what you have read of it"),
        )
    )


def queries_page() -> Page:
    """Return the page about queries."""
    return Page(
        "Queries",
        (
            Text(
                "`f`, `F`, `briefing search` and `briefing pick` take the same queries. `f` searches titles, ledes,"
                " ids, tags and names; the others everything."
            ),
            query_entries(),
            Text(
                "In Chinese, Japanese, Korean and Thai any part of a text is found; in Cyrillic, Greek and other"
                " alphabets any part of a word, from three letters on."
            ),
            Text(
                "Words beside figure:, since:, by: and the like are meant of the same item: `figure:>0 killed` finds"
                " the figures about people killed. If no item of a brief meets all of it, those"
                " with the words are shown, below a line that says so."
            ),
            Text("On the command line, put -- before a query that begins with a hyphen."),
        ),
    )
