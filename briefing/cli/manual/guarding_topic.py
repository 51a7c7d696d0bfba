"""The topic `guarding`: what `briefing guard` passes on of anybody's brief, and what it withholds."""

from __future__ import annotations

from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Text
from briefing.draft.guarding.objections import MEANINGS

_RULES = (
    Entry(
        "points, figures, events",
        "pass if the check calls them verified: every quote is in the saved text, and number, hedge, unit, date,"
        " name, speaker and doubt agree. So does a claim that has none of these, if the sentences that it quotes have"
        " all its words in their order. A claim in words of the writer's own does not pass, nor one that leaves out"
        " words on which the rest depends, nor a figure whose number counts another noun, nor a judgement, nor one in"
        " a language without rules: what cannot be decided is withheld. A standing or a kind passes only if the words"
        " beside the quote say so, a place only if it is named there, and a figure of an event only if one paragraph"
        " tells of both.",
    ),
    Entry(
        "derived figures",
        "pass if every figure that they are derived from does, and if their labels have words of each of these and no"
        " others.",
    ),
    Entry(
        "sources",
        "pass if the saved text is theirs, or if it names them in the words that they cite, and gives them their role."
        " Where and when an article was published, and by whom, passes only if its text says so, or --published vouches"
        " for it.",
    ),
    Entry(
        "title, lede, open",
        "pass if the saved text has each sentence word for word, or one sentence of it carries each; so do the lines"
        " that a draft of the text may have of what it leaves open. The title of the saved text takes the place of a"
        " title that does not pass.",
    ),
    Entry("tags, entities", "pass if the saved text has their words; an alias, if it is a part of the name."),
    Entry("date, status, language, marking", "pass as they are: they say how the brief is to be handled."),
    Entry("all else", "is withheld: notes, grades, measures, related briefs, authors, keys of other programs."),
)
_FIELDS = (
    Entry("brief", "the text of what holds; null if nothing is passed on"),
    Entry(
        "withheld",
        "a list of {path, place, words, code, sentence}: path is a list of keys and of numbers from 0, place is {file,"
        " line, column} in the brief as it was given, words is what stood there, shortened",
    ),
    Entry("refused", "why nothing at all is passed on, for what is no brief; else null"),
)


def guarding_page() -> Page:
    """Return the page about guarding."""
    return Page(
        "Guarding",
        (
            Text(
                "`briefing guard BRIEF` takes a brief that anybody or anything wrote, and prints what the saved texts"
                " carry of it, with its layout and its comments. What they do not carry is never passed on with a"
                " warning: it is left out, and named on standard error with its place and the reason. The exit code is"
                " 1 if anything was left out. What is printed has no problem, and guarding it again changes nothing."
            ),
            Example("some-model < task | briefing guard --text talks.txt - > talks.yaml"),
            Text(
                "--text names the saved text, in place of the file that the one article of the brief names. What is not"
                " YAML or no brief, is longer than a brief may be, or has an unknown marking, is refused as a whole."
                " Comments are passed on: no output of a brief has them."
            ),
            Heading("Programs that draft"),
            Text(
                "`briefing draft ARTICLE --with NAME` runs a program of the settings (`drafters`), --with-command one"
                " that is named for a try. It gets the task on standard input, which --task prints: the format, its"
                " schema, the rules, the text. Its answer, in prose and between ``` or not, is guarded; our own items"
                " fill what it missed, unless --alone is given. Title, status, marking and everything about the article"
                " stay ours, and every item has `reviewed: no`. It may take 300 seconds (--time-limit), and print 1"
                " MiB; with it ends what it has started."
            ),
            Example("briefing draft talks.html --with-command llm -m MODEL"),
            Heading("What is passed on"),
            Entries(_RULES),
            Heading("JSON"),
            Text("--json prints one object instead of the brief:"),
            Entries(_FIELDS),
            Heading("Codes"),
            Text("A reason has a code of `briefing help checks`, or one of these:"),
            Entries(tuple(Entry(str(code), meaning) for code, meaning in MEANINGS.items())),
        ),
    )
