"""What a rule compares a claim with: the quote of each cite, in the sentence of the source that holds it."""

from __future__ import annotations

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.quotes.folding import folded_dashes
from briefing.evidence.quotes.text_cache import MOST_CHARACTERS
from briefing.evidence.result import QuoteState, Span, Verdict
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.evidence.words.prose import Prose, dates_in, numbers_in, prose_of
from briefing.format.model import Cite, Claim, Figure, Point, TextState

LONG_QUOTE = 400
"""A quote of more characters gets a warning: it may hold much that the claim does not rest on."""
LONGEST_TEXT = 5000
"""Characters of a claim's text that are compared. The rest of a longer one is not, so it cannot be verified."""
LONGEST_QUOTE = 5000
"""A longer quote is looked for, but no rule compares its words."""

_WITHOUT_WORDS = frozenset({QuoteState.NOT_FOUND, QuoteState.NOT_SOUGHT, QuoteState.MISPLACED, QuoteState.NO_QUOTE})


class Unchecked(NamedTuple):
    """A rule applies to a claim but cannot be decided, so the claim is not verified."""

    reason: str
    """For a reader, in a few words: "no rules for Russian". May hold text from the brief."""


Outcome = Problem | Unchecked
"""What a rule yields for a claim. A rule that holds yields nothing."""


@frozen
class QuoteContext:
    """The quote of one cite, within the sentence of its source."""

    cite: Cite
    verdict: Verdict
    prose: Prose
    """The sentence or sentences that hold the quote; only the quote where there is no saved text."""
    language: Language
    """The language of the source."""
    quote: Span
    """Offsets of the quote in `prose`."""
    saved: SavedText | None = None
    """The text that holds the quote. None: there is no saved text, or the quote is not in exactly one place of it."""
    paragraph: int | None = None
    """Number of the paragraph of `saved` that holds the quote; 0 is the title. None: not known."""

    @property
    def text(self) -> str:
        """The sentence or sentences, folded."""
        return self.prose.text

    @property
    def words(self) -> str:
        """The quote, folded."""
        return self.prose.text[self.quote.start : self.quote.end]

    def numbers(self) -> tuple[NumberMention, ...]:
        """Return the numbers that lie wholly inside the quote."""
        return self.prose.of_span(self.quote, numbers_in)

    def dates(self) -> tuple[DateMention, ...]:
        """Return the dates that lie wholly inside the quote."""
        return self.prose.of_span(self.quote, dates_in)

    def near(self, paragraphs: int = 0) -> tuple[Prose, ...]:
        """Return the paragraph of the quote, and so many before and after it; without a saved text, the sentence."""
        if self.saved is None or self.paragraph is None:
            return (self.prose,)
        first = max(self.paragraph - paragraphs, 0)
        last = min(self.paragraph + paragraphs, len(self.saved.blocks) - 1)
        return tuple(self.saved.paragraph(number) for number in range(first, last + 1))


@frozen
class Case:
    """One claim with everything that its rules need."""

    dossier: Dossier
    claim: Claim
    verdicts: tuple[Verdict, ...]
    """One for each cite."""
    contexts: tuple[QuoteContext, ...]
    """One for each cite that has words to compare with. A rule looks at each by itself."""
    own: Prose
    """The writer's own words: the `text` of the claim, or the label of a figure."""
    language: Language
    """The language of the writer's words."""
    is_judgement: bool
    """True: the claim is the writer's own judgement, which no source has to say."""
    all_quotes_read: bool
    """True: every quote of the claim, except those that are too long, is among the contexts. False: what no context
    says may be in a quote that was not found; that quote has a finding of its own."""

    @property
    def field(self) -> str:
        """Name of the field that holds the writer's own words."""
        return "label" if isinstance(self.claim, Figure) else "text"

    def problem(self, code: EvidenceCode, field: str, sentence: str) -> Problem:
        """Return a finding about a field of the claim."""
        return self.dossier.problem(code, self.claim.spots, field, sentence)


def case_of(claim: Claim, verdicts: tuple[Verdict, ...], dossier: Dossier) -> Case:
    """Collect what the rules need to check one claim."""
    pairs = zip(claim.cites, verdicts, strict=True)
    contexts = tuple(found for cite, verdict in pairs if (found := context_of(cite, verdict, dossier)) is not None)
    quoted = sum(cite.quote is not None and len(cite.quote) <= LONGEST_QUOTE for cite in claim.cites)
    return Case(
        dossier=dossier,
        claim=claim,
        verdicts=verdicts,
        contexts=contexts,
        own=_own_words(claim, contexts, dossier.language),
        language=dossier.language,
        is_judgement=isinstance(claim, Point) and claim.is_judgement,
        all_quotes_read=len(contexts) == quoted,
    )


def _own_words(claim: Claim, contexts: tuple[QuoteContext, ...], language: Language) -> Prose:
    """Return the writer's own words; if they are a sentence that the claim quotes, that sentence is read once only."""
    text = folded_dashes(claim.text[:LONGEST_TEXT])
    same = (one.prose for one in contexts if one.prose.text == text and one.language is language)
    return next(same, None) or prose_of(claim.text[:LONGEST_TEXT], language)


def context_of(cite: Cite, verdict: Verdict, dossier: Dossier) -> QuoteContext | None:
    """Return the quote of a cite in its sentence. None: the cite has no quote, or it is not in the text."""
    if cite.quote is None or verdict.state in _WITHOUT_WORDS or len(cite.quote) > LONGEST_QUOTE:
        return None
    language = dossier.language_of(cite.source)
    held = dossier.text(cite.source)
    if verdict.span is None or held is None or held.state is not TextState.HELD:
        words = folded_dashes(cite.quote)
        return QuoteContext(cite, verdict, Prose(words, language), language, Span(0, len(words)))
    saved = _saved(held.text, language, dossier)
    paragraph = verdict.paragraph or 0
    sentence, quote = saved.sentence(verdict.span, paragraph)
    return QuoteContext(cite, verdict, sentence, language, quote, saved, paragraph)


def _saved(text: str, language: Language, dossier: Dossier) -> SavedText:
    """Return a saved text split into paragraphs, kept for the whole check: long texts are in no other cache."""
    known = dossier.once(_saved_texts)
    if (text, language) not in known:
        is_long = len(text) > MOST_CHARACTERS
        known[text, language] = SavedText(dossier.folded(text), language) if is_long else saved_text(text, language)
    return known[text, language]


def _saved_texts(_: Dossier) -> dict[tuple[str, Language], SavedText]:
    return {}
