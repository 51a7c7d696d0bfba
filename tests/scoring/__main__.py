"""`python -m tests.scoring [--errors] [--kind KIND] FOLDER ...`: scores of the annotated texts in some folders."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.evidence.facts.text import text_facts
from tests.scoring.annotations import annotated_texts
from tests.scoring.matching import Kind, judge
from tests.scoring.report import error_lines, table_lines


def main() -> int:
    """Print the scores; 1 if no text was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.scoring", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="list what is missed, false or wrong, with its sentence")
    parser.add_argument(
        "--kind", action="append", type=Kind, choices=list(Kind), help="only this kind; may be repeated"
    )
    parser.add_argument("--text", help="only the text of this name")
    given = parser.parse_args()
    kinds = given.kind or list(Kind)
    texts = [text for text in annotated_texts(*given.folders) if given.text in (None, text.name)]
    if not texts:
        sys.stderr.write("no annotated texts there\n")
        return 1
    judged = [one for text in texts for one in judge(text, text_facts(text.saved, text.published))]
    lines = [f"{len(texts)} texts", *table_lines(judged, kinds), *(error_lines(judged, kinds) if given.errors else ())]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
