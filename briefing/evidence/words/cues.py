"""Cues of doubt and denial in a text ("may", "denied", "not"), each with its scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice, alternatives, phrases
from briefing.evidence.result import Span
from briefing.evidence.words.prose import Prose, word_before
from briefing.evidence.words.word_pattern import PatternIndex, WordPattern

_CLOSE = 2
"""Words after a quote that may still belong to it."""
_TAIL = 120
"""Characters after a quote that are searched for a verb of doubt."""


class Cue(NamedTuple):
    """One cue: a word or phrase of doubt or denial."""

    start: int
    end: int
    word: str
    """As written."""
    reach: int
    """Offset where its scope ends: the clause that it governs."""
    comma: int
    """Offset where the scope of a particle or condition ends: at a comma, at a word such as "until", or at `reach`."""
    is_particle: bool = False
    """True: it is a particle or a condition, whose scope ends at `comma`."""
    of_noun: bool = False
    """True: it stands before a noun: "no troops were sent"."""
    of_clause: bool = False
    """True: it governs a whole clause: "denied that troops were sent"."""
    is_inner: bool = False
    """True: it denies the verb after it and nothing before it: "failed to"."""
    is_passive: bool = False
    """True: what it denies comes before it: "an outbreak has been ruled out"."""
    is_reported: bool = False
    """True: it is a verb form by which a language reports the words of others, as the German subjunctive."""


class Cues(NamedTuple):
    """All cues of a text, in order."""

    doubt: tuple[Cue, ...]
    intent: tuple[Cue, ...]
    """Cues of what is planned or expected."""
    denial: tuple[Cue, ...]


class CuePatterns(NamedTuple):
    """The cues of one language, and what limits their scope."""

    doubt: WordPattern
    forms: WordPattern
    """Verb forms that report the words of others."""
    conditions: WordPattern
    intent: WordPattern
    denial: WordPattern
    """Verbs of denial: "denied"."""
    inner_denial: WordPattern
    """Phrases that deny the verb after them: "failed to"."""
    negation: WordPattern
    """Negative particles: "not"."""
    split_negation: WordPattern
    """The first part of a negation around its verb: the "ne" of "ne ... pas"."""
    tail: GrowingPattern
    """A verb of doubt after the quote: ", the ministry claimed"."""
    stop: GrowingPattern
    """The end of a clause, where every scope ends."""
    limit: GrowingPattern
    """Where the scope of a particle ends: a comma, "until"."""
    pause: GrowingPattern
    """The end of the words after a quote that still belong to it."""
    unable: re.Pattern[str]
    """What follows a word of doubt that is none: the "not" of "could not"."""
    idiom: WordPattern
    """Phrases with a particle that compare and do not deny: "as never before"."""
    named: WordPattern
    """Names of documents with a word that puts nothing in doubt there: "preliminary report"."""
    aside: GrowingPattern
    """A relative clause between commas: ", which may be weak,". A cue inside it does not reach out of it."""
    clause: GrowingPattern
    """What follows a verb such as "claims" when it expresses doubt: "that"."""
    ahead: WordPattern
    """Words of the writer for the future."""
    softer: WordPattern
    """Further words by which the writer passes doubt on."""
    weaker: WordPattern
    """Further words by which the writer passes a denial on."""


@lru_cache(maxsize=8)
def cue_patterns(language: Language) -> CuePatterns:
    """Return the patterns of a language, compiled on the first call."""
    edge = r"(?<![^\W_])"
    months = [word for word in language.doubt if word in language.months]
    others = [word for word in language.doubt if word not in months]
    known = language.discourse
    forms = rf"{edge}(?:{'|'.join(known.doubt_forms) or '(?!)'})"
    return CuePatterns(
        doubt=WordPattern(
            lambda choice: rf"{edge}(?:(?:{choice.phrases(months)})|(?i:{choice.phrases(others)}))",
            language.doubt,
            flags=re.NOFLAG,
        ),
        forms=WordPattern(forms, signs=("",) if known.doubt_forms else (), flags=re.NOFLAG),
        conditions=_words(known.conditions, before=r"(?<!\beven )(?<!\bas )"),
        intent=_words(language.intent, before=r"(?<!\bthan )(?<!\bas )"),
        denial=_words(language.denial),
        inner_denial=_words(known.inner_denial),
        negation=negative_particles(language),
        split_negation=WordPattern(
            rf"{edge}(?:{known.split_negation or '(?!)'})", signs=("",) if known.split_negation else ()
        ),
        tail=GrowingPattern(
            lambda choice: rf",\s(?:[\w'.-]+\s){{0,6}}?(?P<verb>{choice.phrases(language.doubt_tail)})"
        ),
        stop=GrowingPattern(lambda choice: _stop(language, choice)),
        limit=GrowingPattern(lambda choice: rf",|{edge}(?:{choice.phrases(known.limits)})"),
        pause=GrowingPattern(
            lambda choice: rf"[,.;:!?]|\s(?:{_joined(language.joiners)})\s|\s(?:{choice.phrases(known.says)})\s"
        ),
        unable=_small(rf"\s?(?:{phrases(language.negation)}|{alternatives(known.negative_endings)})"),
        idiom=_words(language.never_before),
        named=_words(known.document_names),
        aside=GrowingPattern(lambda choice: rf",\s(?:{choice.phrases(language.relatives)})[^,]*,"),
        clause=GrowingPattern(lambda choice: rf"\s(?:{choice.phrases(known.clause_starts)}|[^\W\d_a-z])"),
        ahead=_words((*language.future, *known.ahead)),
        softer=_beginnings(language.softer),
        weaker=_beginnings(language.weaker),
    )


@lru_cache(maxsize=8)
def negative_particles(language: Language) -> WordPattern:
    """Return a pattern of negative particles, except in "not only" and as the "no." of a number."""
    known = language.discourse
    words = [*(word for word in language.negation if "'" not in word), *known.negative_verbs]
    contracted = phrases(known.negative_endings)

    def pattern(choice: WordChoice) -> str:
        spared = choice.phrases(language.no_negation)
        return rf"(?<![^\W_])(?:(?:{choice.phrases(words)})|\w+(?:{contracted}))(?!\s(?:{spared}))(?!\.?\s?\d)"

    ends = (ending.rpartition("'")[2] for ending in known.negative_endings)  # the "t" of "didn't" is a word by itself
    return WordPattern(pattern, (*words, *ends))


def is_negated(prose: Prose) -> bool:
    """Whether some prose has a negative particle. Meant for `Prose.once`."""
    return negative_particles(prose.language).stands_in(prose)


def _words(words: Sequence[str], before: str = "") -> WordPattern:
    return WordPattern(lambda choice: rf"{before}(?<![^\W_])(?:{choice.phrases(words)})", words)


def _beginnings(words: Sequence[str]) -> WordPattern:
    return WordPattern(lambda choice: rf"(?<![^\W_])(?:{choice.parts(words)})", beginnings=words)


def _stop(language: Language, choice: WordChoice) -> str:
    """Return a pattern of the end of a clause. "And" ends one before another verb of saying."""
    joiners, known = _joined(language.joiners), language.discourse
    speaks = choice.phrases((*known.says, *known.says_clause, *known.acts))
    breaks = rf"(?<![^\W_])(?:{choice.phrases(language.clause_breaks)})"
    settled = rf", (?:{choice.phrases(known.settled)})"
    closing = choice.characters("'»”")
    return rf"[;:]|[.!?]{closing}*\s|, (?:{joiners})\b|{breaks}|\s(?:{joiners})\s(?:{speaks})|{settled}"


@lru_cache(maxsize=8)
def _cue_index(language: Language) -> PatternIndex:
    known = cue_patterns(language)
    particles = (known.inner_denial, known.negation, known.split_negation)
    return PatternIndex((known.doubt, known.conditions, known.forms, known.intent, known.denial, *particles))


def _small(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _joined(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_NO_CUES = Cues((), (), ())


def find_cues(prose: Prose) -> Cues:
    """Return the cues of some prose."""
    return prose.once(_cues)


def _cues(prose: Prose) -> Cues:
    possible = _cue_index(prose.language).possible_in(prose)
    if not possible:
        return _NO_CUES
    known, text, language = cue_patterns(prose.language), prose.text, prose.language
    ends = _Ends(text, known)

    def found(pattern: WordPattern) -> Iterator[re.Match[str]]:
        return pattern.pattern.finditer(text) if pattern in possible else iter(())

    doubt = [ends.cue(one) for one in found(known.doubt) if _puts_in_doubt(text, one, language, known)]
    doubt += [ends.cue(one)._replace(is_particle=True) for one in found(known.conditions)]
    doubt += [ends.cue(one)._replace(is_reported=True) for one in found(known.forms)]
    intent = [
        ends.cue(one)
        for one in found(known.intent)
        if not known.unable.match(text, one.end()) and not _stands_in(one, known.named, prose)
    ]
    denial = [_denied(ends.cue(one), text, language) for one in found(known.denial)]
    denial += [ends.cue(one)._replace(is_particle=True) for one in found(known.split_negation)]
    inner = (one for one in found(known.inner_denial) if not _stands_in(one, known.idiom, prose))
    denial += [ends.cue(one)._replace(is_inner=True) for one in inner]
    for one in found(known.negation):
        if not _stands_in(one, known.idiom, prose):
            of_noun = one.group().lower() in language.discourse.before_nouns
            denial.append(ends.cue(one)._replace(is_particle=True, of_noun=of_noun))
    return Cues(_in_order(doubt), _in_order(intent), _in_order(denial))


def _stands_in(one: re.Match[str], phrase: WordPattern, prose: Prose) -> bool:
    """Whether a match begins inside a match of another pattern."""
    return any(around.start() <= one.start() < around.end() for around in phrase.finditer(prose))


def _denied(cue: Cue, text: str, language: Language) -> Cue:
    passive = language.discourse.passive_auxiliaries
    return cue._replace(of_clause=True, is_passive=word_before(text, cue.start) in passive)


def _in_order(found: list[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(found, key=lambda cue: cue.start) if len(found) > 1 else found)


def _puts_in_doubt(text: str, one: re.Match[str], language: Language, known: CuePatterns) -> bool:
    """Whether a word expresses doubt where it stands: as in "claims that", not in "insurance claims" or "could not"."""
    if known.unable.match(text, one.end()):
        return False
    word = one.group().lower()
    if word not in language.discourse.clause_doubt:
        return True
    if word in language.discourse.nouns_too and word_before(text, one.start()) in {"", *language.discourse.noun_marks}:
        return False
    return known.clause.match(text, one.end()) is not None or text[one.end() : one.end() + 1] in (",", ".", "")


_BRACKET = LazyPattern(r"\([^()]*\)")


class _Ends:
    """The ends of the clauses of one text."""

    def __init__(self, text: str, known: CuePatterns) -> None:
        self._text = text
        self._known = known
        self._size = len(text)

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        return [one.span() for one in (*self._known.aside.finditer(self._text), *_BRACKET.finditer(self._text))]

    @cached_property
    def _stops(self) -> list[int]:
        return [one.start() for one in self._known.stop.finditer(self._text)]

    @cached_property
    def _commas(self) -> list[int]:
        return [one.start() for one in self._known.limit.finditer(self._text)]

    def cue(self, found: re.Match[str]) -> Cue:
        """Return the cue of a match, with its scope."""
        around = next((span for span in self._asides if span[0] < found.start() < span[1]), None)
        stops = (at for at in self._stops if at >= found.end() and (around is not None or not self._is_aside(at)))
        reach = next(stops, self._size)
        if around is not None:
            reach = min(reach, around[1] - 1)
        comma = next((at for at in self._commas if at >= found.end()), self._size)
        return Cue(found.start(), found.end(), found.group(), reach, min(comma, reach))

    def _is_aside(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._asides)


def cues_reaching(found: Iterable[Cue], text: str, start: int, end: int, language: Language) -> Iterator[Cue]:
    """Yield the cues outside a stretch of a text whose scope reaches into it, or which directly follow it."""
    close = -1
    for cue in found:
        if cue.start >= end and close < 0:
            close = _close(text, end, language)
        reaches_on = cue.end <= start < (cue.comma if cue.is_particle else cue.reach)
        if reaches_on or (end <= cue.start < close and not cue.is_inner):
            yield cue


def _close(text: str, end: int, language: Language) -> int:
    """Return the offset where the words end that follow a quote and still belong to it."""
    behind = cue_patterns(language).pause.search(text, end)
    until = behind.start() if behind is not None else len(text)
    words = text[end:until].split(" ")
    return min(until, end + len(" ".join(words[: _CLOSE + 1])))


def doubting_verb_behind(prose: Prose, quote: Span) -> str | None:
    """Return the verb of doubt after a quote: ", the ministry claimed". None: none. Meant for `Prose.of_span`."""
    behind = prose.text[quote.end : quote.end + _TAIL].lstrip("'")
    found = cue_patterns(prose.language).tail.match(behind) if behind.startswith(",") else None
    return found["verb"] if found is not None else None
