"""The code of the program as syntax trees, parsed and walked once a run."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.support.terminal import ROOT

PACKAGE = ROOT / "briefing"


@cache
def trees() -> Mapping[str, ast.Module]:
    """Return the tree of each module, by its path inside the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return every node of a tree, itself first."""
    return tuple(ast.walk(tree))


@cache
def lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file."""
    return tuple(path.read_text(encoding="utf-8").splitlines())
