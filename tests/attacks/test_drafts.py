from __future__ import annotations

from tests.attacks.drafts import faults_of


def test_drafts_of_mutated_articles_check_clean_and_quote_their_texts() -> None:
    assert [fault for seed in range(25) for fault in faults_of(seed)] == []
