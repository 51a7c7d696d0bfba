"""The commands `help` and `fields`: pages of the manual on standard output."""

from __future__ import annotations

from briefing.base.safe_text import visible
from briefing.base.suggestions import did_you_mean
from briefing.cli.exits import Exit, UsageError
from briefing.cli.manual.page import Entries, Entry, Heading, Page, Part, Text
from briefing.cli.manual.topics import TOPICS
from briefing.cli.manual.typeset import page_lines
from briefing.cli.output import output_of
from briefing.cli.task import Task


def print_help(task: Task) -> int:
    """Print a topic, or the topics that there are."""
    name = task.arguments.topic
    if name is None:
        topics = Entries(tuple(Entry(f"briefing help {topic}", one.help) for topic, one in TOPICS.items()))
        _print(
            task,
            Page("Topics", (topics, Text("briefing --help lists the commands, briefing COMMAND --help the options."))),
        )
        return Exit.OK
    if name not in TOPICS:
        meant = did_you_mean(name, TOPICS)
        raise UsageError(f"there is no topic {visible(name)}{meant}; the topics are {', '.join(TOPICS)}")
    _print(task, TOPICS[name].load())
    return Exit.OK


def print_fields(task: Task) -> int:
    """Print the fields of the format: all, those of one block, or one field wherever it occurs."""
    from briefing.cli.manual.fields import blocks_named, field_entry, fields_named, names
    from briefing.format.parse.schema import BLOCKS

    name = task.arguments.name
    parts: list[Part] = []
    for block in BLOCKS.values() if name is None else blocks_named(name):
        parts += [Heading(f"Fields of {block.title}"), Entries(tuple(map(field_entry, block.fields)))]
    for block, field in [] if name is None else fields_named(name):
        parts += [Heading(f"Field of {block.title}"), Entries((field_entry(field),))]
    if not parts:
        meant = did_you_mean(name.rpartition(".")[2], names())
        raise UsageError(f"there is no field {visible(name)}{meant} (briefing fields lists them)")
    _print(task, Page("The fields of a brief" if name is None else f"Fields named {visible(name)}", tuple(parts)))
    return Exit.OK


def _print(task: Task, page: Page) -> None:
    output = output_of(task)
    output.lines(page_lines(page, output.width, output.look))
