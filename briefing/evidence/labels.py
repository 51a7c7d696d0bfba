"""The rule for the label of a figure: it says what the number counts or measures in words that its source has."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.substance import Token, around, tokens
from briefing.model import Figure
from briefing.problems import Problem


def label_findings(case: Case) -> Iterator[Problem]:
    """Yield the label of a figure when the sentence of its number has none of its words, or no text near its first."""
    claim = case.claim
    language = case.language
    if not isinstance(claim, Figure) or claim.derived is not None or not language.complete:
        return
    contexts = [context for context in case.contexts if context.language is language and context.saved is not None]
    own = [token for token in case.own.once(tokens) if _says_what(token, case)]
    if not own or len(contexts) != len(case.claim.cites):
        return
    said = {token.key for context in contexts for token in context.prose.once(tokens)}
    near = {token.key for context in contexts for prose in around(context) for token in prose.once(tokens)}
    missing = [token for token in own if token.key not in said]
    if own[0].key not in near:
        sentence = f"neither the sentence nor the paragraph of the quote has the word '{own[0].text}'"
    elif len(missing) == len(own) and not any(_stands_for_another(context) for context in contexts):
        sentence = f"the sentence of the quote has no word of this label: '{missing[0].text}' stands elsewhere"
    else:
        return
    yield case.problem(Code.LABEL_NOT_IN_SOURCE, "label", sentence)


def _says_what(token: Token, case: Case) -> bool:
    """Whether a word says what is counted or measured: "price" and "rise" are told by the unit and by the verb."""
    small = token.text.lower()
    return small[:1].isalpha() and small not in case.language.generic and small not in case.language.measuring


def _stands_for_another(context: Context) -> bool:
    """Whether a sentence begins with a pronoun: what it speaks of is named in the sentence before."""
    words = context.prose.words
    pronouns = context.language.statements.pronouns
    return bool(words) and any(word.small in pronouns for word in words[:2])
