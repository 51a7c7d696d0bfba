"""Owns how a code is explained on the command line."""

from __future__ import annotations

from textwrap import fill, indent

from briefing.cli.codes import CODES, known
from briefing.report.explanations import CODE_EXPLANATIONS, CodeExplanation

_WIDTH = 88
_ALL = "all"


def explain(code: str) -> str:
    """Return what a code means with its examples; of "all" one line each.

    Raises:
        UsageError: there is no such code.

    """
    if code == _ALL:
        width = max(map(len, CODES))
        return "".join(f"{name:{width}}  {_first_sentence(CODE_EXPLANATIONS[name])}\n" for name in CODES)
    return _explanation(CODE_EXPLANATIONS[known(code)])


def _first_sentence(explanation: CodeExplanation) -> str:
    return explanation.meaning.partition(". ")[0].rstrip(".")


def _explanation(explanation: CodeExplanation) -> str:
    parts = [f"{explanation.code}\n", f"{fill(explanation.meaning, _WIDTH)}\n"]
    if explanation.text is not None:
        parts.append(_example("The saved text says", explanation.text))
    parts += (_example("Bad", explanation.bad), _example("Good", explanation.good))
    return "\n".join(parts)


def _example(heading: str, lines: str) -> str:
    return f"{heading}:\n{indent(lines, '    ')}\n"
