"""A brief that is checked again and again while it is changed has the evidence that a check of its own finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.edit.changes import BriefText
from briefing.evidence.check import RepeatedCheck, check_brief
from briefing.format.model import SourceText, TextState
from briefing.format.parse import read_brief_text
from tests.support.briefed import briefed_of
from tests.support.editing import ARTICLE, BRIEF

TEXTS = {"article": SourceText(text=ARTICLE, state=TextState.HELD)}
WRONG = BRIEF.replace("value: 41", "value: 44").replace("employs 5,200 people.", "employs 9,900 people.")


def step(text: BriefText, chance: random.Random) -> BriefText:
    """Return the brief after a change that a key makes."""
    briefed = briefed_of()
    block = chance.choice(["summary", "figures"])
    count = text.count(block)
    match chance.randrange(5):
        case 0:
            new = briefed.new_item(chance.choice([one for one in briefed.things if one.is_key]), "Forecast")
            if new.key is None:
                return text.with_item(new.block, new.item, chance.randint(0, text.count(new.block)))
        case 1 if count > 1:
            return text.without([(block, chance.randrange(count))])
        case 2 if count:
            return text.confirmed((block, chance.randrange(count)))
        case 3 if count > 1:
            return text.moved((block, chance.randrange(count - 1)), 1)
        case _ if count:
            key = "text" if block == "summary" else "label"
            return text.with_key(
                (block, chance.randrange(count)), key, chance.choice(["Other words", "Net profit", "77 ships"])
            )
    return text


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("start", [BRIEF, WRONG], ids=["right", "wrong"])
def test_after_any_changes_it_finds_the_same(start: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes on every run
    repeated = RepeatedCheck()
    text = BriefText(start)
    for _ in range(8):
        brief = read_brief_text(text.text, Path("ferry.yaml"), "ferry").brief
        assert brief is not None
        again, anew = repeated.check(brief, TEXTS, Path("ferry.yaml")), check_brief(brief, TEXTS, Path("ferry.yaml"))
        assert again == anew
        assert [one.place for one in again.findings] == [one.place for one in anew.findings]
        text = step(text, chance)
