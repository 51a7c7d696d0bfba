"""The topic `exporting`: the forms in which briefs, lists and problems are printed."""

from __future__ import annotations

from briefing.cli.commands.forms import FORMS, forms_of_list
from briefing.cli.manual.page import Entries, Entry, Example, Heading, Page, Text
from briefing.report import FORMATS


def exporting_page() -> Page:
    """Return the page about output for other programs."""
    forms = tuple(
        Entry(f"--{name}", f"{one.help}{'; also of `list`' if name in forms_of_list() else ''}")
        for name, one in FORMS.items()
        if one.help is not None
    )
    return Page(
        "Exporting",
        (
            Text("`briefing show` prints briefs. The marking is part of every form."),
            Entries((*forms, Entry("--verdicts", "check the claims, and add the class of each"))),
            Heading("JSON"),
            Text(
                "One brief a line: every field under its name in a brief, and the problems with their places. A date is"
                " {edtf, earliest, latest, words}, with null for what is open or unknown. Numbers are texts, since JSON"
                " numbers would lose digits. A field that is not given is null. With --verdicts each point, figure and"
                " event has `support` (its class), `unchecked` (why something could not be checked) and `findings`"
                " (problems with their places); `claims` counts the classes."
            ),
            Example("briefing show --json | jq -r 'select(.marking == \"TLP:CLEAR\") | .title'"),
            Heading("Paths for other programs"),
            Text(
                "`list`, `search` and `pick` have -0: paths alone, each ended by a NUL as xargs -0 wants them. Every"
                " printed path is absolute, or begins with ./ or ../, so that a file called -rf.yaml is never taken for"
                " an option."
            ),
            Example("briefing list -0 | xargs -0 grep -l tariff"),
            Heading("Problems"),
            Text(f"`briefing check --format` prints problems as one of {', '.join(FORMATS)}."),
        ),
    )
