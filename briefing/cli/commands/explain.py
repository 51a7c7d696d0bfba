"""`check --explain`: explains a code."""

from __future__ import annotations

from textwrap import fill, indent

from briefing.cli.codes import ALL_CODES, known_code
from briefing.report.explanations import CODE_EXPLANATIONS, CodeExplanation

_WIDTH = 88
_ALL = "all"


def explain(code: str) -> str:
    """Return the explanation of a code with its examples; for "all" a line for each code.

    Raises:
        UsageError: there is no such code.

    """
    if code == _ALL:
        width = max(map(len, ALL_CODES))
        return "".join(f"{name:{width}}  {_first_sentence(CODE_EXPLANATIONS[name])}\n" for name in ALL_CODES)
    return _explanation(CODE_EXPLANATIONS[known_code(code)])


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
