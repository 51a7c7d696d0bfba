"""The command `impact`: prints the claims that rest on a source."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefing.base.json_text import Json, json_text
from briefing.base.paths import printed_path
from briefing.base.safe_text import safe_line, visible
from briefing.base.suggestions import nearest_word, suggestion
from briefing.cli.exits import Exit, UsageError
from briefing.cli.progress import progress
from briefing.cli.streams import complain, encoding, write
from briefing.cli.targets import fallback_library, mention_samples, requested_briefs
from briefing.cli.task import Task
from briefing.evidence.impact import DependentClaim, Impact, InBrief, impacts, sources_like
from briefing.format.model import Brief
from briefing.render.text.cell_width import short_name

_SUGGESTED = 5
"""Sources at most that a part of a name is answered with."""
_COMPARED = 2000
"""Sources at most whose names are compared with a mistyped one."""


def impact(task: Task) -> int:
    """Print every claim that rests on a source, and whether it rests on other sources as well."""
    wanted = task.arguments.source
    briefs, paths = _briefs(task)
    found = impacts(briefs, wanted)
    if not found:
        raise UsageError(_not_found(briefs, wanted))
    print_as = _json if task.arguments.json else _text
    write(print_as(found, paths), encoding(task.environment))
    return Exit.OK


def _not_found(briefs: Sequence[Brief], wanted: str) -> str:
    """Say which sources may be meant, if there are any."""
    like = sources_like(briefs, wanted)
    if like:
        meant = [f"{source.id} ({short_name(source.heading)})" for source in like[:_SUGGESTED]]
        more = f" and {len(like) - _SUGGESTED:,} more" if len(like) > _SUGGESTED else ""
        return f"“{visible(wanted)}” is part of {len(like):,} sources; did you mean {', '.join(meant)}{more}?"
    sources = [source for brief in briefs for source in brief.sources][:_COMPARED]
    names = {name for source in sources for name in (source.id, source.heading)}
    hint = suggestion(nearest_word(wanted, names) or _nearest_part(wanted, names))
    return f"no source is called “{visible(wanted)}”{hint}"


def _nearest_part(wanted: str, names: Iterable[str]) -> str | None:
    """Return the name that has as many words in a row as `wanted`, and these are closest to it; None if none is."""
    length = len(wanted.split())
    parts: dict[str, str] = {}
    for name in names:
        words = name.split()
        parts.update((" ".join(words[at : at + length]), name) for at in range(len(words) - length + 1))
    part = nearest_word(wanted, parts)
    return None if part is None else parts[part]


def _briefs(task: Task) -> tuple[Sequence[Brief], Mapping[int, Path]]:
    """Return the briefs that can be read, and the paths of their files by `id(brief)`."""
    briefs: list[Brief] = []
    paths: dict[int, Path] = {}
    unread = 0
    choice = fallback_library(task.arguments.paths, task.environment, task.settings)
    found = list(requested_briefs(task.arguments.paths, choice))
    mention_samples(choice)
    for library, entry in progress(found, sys.stderr):
        brief = library.read(entry).brief
        if brief is None:
            unread += 1
            continue
        briefs.append(brief)
        paths[id(brief)] = entry.path
    if unread:
        complain(f"{unread:,} of {len(briefs) + unread:,} briefs cannot be read: briefing check says why")
    return briefs, paths


def _text(found: Sequence[Impact], paths: Mapping[int, Path]) -> str:
    if len(found) == 1:
        return _impact_lines(found[0], paths)
    used = [one for one in found if one.hits]
    blocks = [_impact_lines(one, paths, brief=one.briefs[0].brief) for one in used]
    if unused := len(found) - len(used):
        sources = "1 source" if unused == 1 else f"{unused:,} sources"
        blocks.append(f"nothing rests on {sources} of that name{' in other briefs' if used else ''}\n")
    return "\n".join(blocks)


def _impact_lines(found: Impact, paths: Mapping[int, Path], brief: Brief | None = None) -> str:
    """Return the claims that rest on a source below its name; with `brief`, other sources are called the same."""
    claims = "1 claim rests" if found.hits == 1 else f"{found.hits:,} claims rest"
    rest = f"{claims} on it, {found.falling:,} on nothing else" if found.hits else "nothing rests on it"
    where = f" ({safe_line(brief.id)})" if brief is not None else ""
    lines = [f"{found.source.id}: {safe_line(found.source.heading)}{where}: {rest}"]
    for one in found.briefs:
        path = visible(printed_path(paths[id(one.brief)]))
        marking = f" [{one.brief.marking}]" if one.brief.marking else ""
        for hit in one.hits:
            place = f"{path}:{hit.spot.line}:{hit.spot.column}"
            lines.append(f"{place}: {_rests(hit)}: {safe_line(hit.claim.text)}{marking}")
    return "".join(f"{line}\n" for line in lines)


def _rests(hit: DependentClaim) -> str:
    if hit.falls:
        return "rests on nothing else"
    return f"rests also on {', '.join(hit.also)}" if hit.also else "rests on it"


def _json(found: Sequence[Impact], paths: Mapping[int, Path]) -> str:
    return json_text([_impact_json(one, paths) for one in found]) + "\n"


def _impact_json(found: Impact, paths: Mapping[int, Path]) -> Json:
    return {
        "source": {"id": found.source.id, "title": found.source.heading, "url": found.source.url},
        "claims": found.hits,
        "falling": found.falling,
        "briefs": [_brief_json(one, paths) for one in found.briefs],
    }


def _brief_json(one: InBrief, paths: Mapping[int, Path]) -> Json:
    claims: list[Json] = [
        {
            "line": hit.spot.line,
            "column": hit.spot.column,
            "text": hit.claim.text,
            "falls": hit.falls,
            "also": list(hit.also),
        }
        for hit in one.hits
    ]
    return {
        "brief": one.brief.id,
        "path": printed_path(paths[id(one.brief)]),
        "marking": one.brief.marking,
        "source": one.source.id,
        "claims": claims,
    }
