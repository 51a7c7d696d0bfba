"""Words of doubt and denial in a stretch of text, each with how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.evidence.rules.negation import particles
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.word_pattern import WordPattern

_CLOSE = 2
"""Words behind a quote that still belong to it."""
_TAIL = 120
"""Characters behind a quote in which a verb is looked for that puts it in doubt."""


class Cue(NamedTuple):
    """One word of doubt or denial."""

    start: int
    end: int
    word: str
    reach: int
    """Where the clause ends that it governs."""
    comma: int
    """Where the words end that a particle or a condition governs: at a comma or a limit, or where the clause does."""
    is_particle: bool = False
    """A particle or a condition: it reaches no further than to a comma."""
    of_noun: bool = False
    """It stands before a noun: "no troops were sent"."""
    of_clause: bool = False
    """It governs a whole clause: "denied that troops were sent"."""
    is_inner: bool = False
    """It denies the verb behind it and nothing before it: "failed to"."""
    is_passive: bool = False
    """What it denies stands before it: "an outbreak has been ruled out"."""
    is_reported: bool = False
    """A form of the verb by which a language shows that somebody else says so."""


class Cues(NamedTuple):
    """What a stretch leaves open and denies."""

    doubt: tuple[Cue, ...]
    intent: tuple[Cue, ...]
    """What is not yet so, or not yet sure."""
    denial: tuple[Cue, ...]


class CuePatterns(NamedTuple):
    """The words of doubt and denial of one language."""

    doubt: WordPattern
    forms: WordPattern
    """Forms of the verb that report."""
    conditions: WordPattern
    intent: WordPattern
    denial: WordPattern
    """Verbs: "denied"."""
    inner_denial: WordPattern
    """"failed to"."""
    negation: WordPattern
    """Particles: "not"."""
    split_negation: WordPattern
    """The first part of a negation around its verb."""
    tail: re.Pattern[str]
    """Behind the quote: ", the ministry claimed"."""
    stop: re.Pattern[str]
    """What no doubt reaches over."""
    limit: re.Pattern[str]
    """What no particle reaches over: a comma; "until"."""
    pause: re.Pattern[str]
    """What ends the words that still belong to a quote."""
    unable: re.Pattern[str]
    """Behind a word of doubt, what makes it none: "could not"."""
    idiom: WordPattern
    """Phrases that compare and do not deny."""
    aside: re.Pattern[str]
    """A clause between commas that says something of its own: ", which may be weak,". A bracket is one as well."""
    clause: re.Pattern[str]
    """What stands behind a verb such as "claims" that puts in doubt."""
    ahead: WordPattern
    """A writer's words for what lies ahead."""
    softer: WordPattern
    """Other words of a writer's that pass doubt on."""
    weaker: WordPattern
    """Other words of a writer's that pass a denial on."""

    @property
    def marking(self) -> tuple[WordPattern, ...]:
        """The patterns of words that are marks."""
        particle = (self.negation, self.split_negation)
        return (self.doubt, self.conditions, self.forms, self.intent, self.denial, self.inner_denial, *particle)


@lru_cache(maxsize=8)
def cue_patterns(language: Language) -> CuePatterns:
    """Return the words of doubt and denial of a language."""
    edge = r"(?<![^\W_])"
    months = [word for word in language.doubt if word in language.months]
    doubt = rf"(?:{phrases(months)})|(?i:{phrases(word for word in language.doubt if word not in months)})"
    known = language.discourse
    forms = rf"{edge}(?:{'|'.join(known.doubt_forms) or '(?!)'})"
    return CuePatterns(
        doubt=WordPattern(re.compile(rf"{edge}(?:{doubt})"), language.doubt),
        forms=WordPattern(re.compile(forms), signs=("",) if known.doubt_forms else ()),
        conditions=_words(known.conditions, before=r"(?<!\beven )(?<!\bas )"),
        intent=_words(language.intent, before=r"(?<!\bthan )(?<!\bas )"),
        denial=_words(language.denial),
        inner_denial=_words(known.inner_denial),
        negation=particles(language),
        split_negation=WordPattern(
            rf"{edge}(?:{known.split_negation or '(?!)'})", signs=("",) if known.split_negation else ()
        ),
        tail=re.compile(rf",\s(?:[\w'.-]+\s){{0,6}}?(?P<verb>{phrases(language.doubt_tail)})"),
        stop=_stop(language),
        limit=re.compile(rf",|{edge}(?:{phrases(known.limits)})"),
        pause=re.compile(rf"[,.;:!?]|\s(?:{_alternatives(language.joiners)})\s"),
        unable=_small(rf"\s?(?:{phrases(language.negation)}|n't)"),
        idiom=_words(language.never_before),
        aside=re.compile(rf",\s(?:{phrases(language.relatives)})[^,]*,"),
        clause=re.compile(rf"\s(?:{phrases(known.clause_starts)}|[^\W\d_a-z])"),
        ahead=_words((*language.future, *known.ahead)),
        softer=_beginnings(language.softer),
        weaker=_beginnings(language.weaker),
    )


def _words(words: Sequence[str], before: str = "") -> WordPattern:
    return WordPattern(rf"{before}(?<![^\W_])(?:{phrases(words)})", words)


def _beginnings(words: Sequence[str]) -> WordPattern:
    return WordPattern(rf"(?<![^\W_])(?:{_alternatives(words) or '(?!)'})", beginnings=words)


def _stop(language: Language) -> re.Pattern[str]:
    """Return a pattern of what ends a clause: also "and" before another verb of saying."""
    joiners, known = _alternatives(language.joiners), language.discourse
    speaks = phrases((*known.says, *known.says_clause, *known.acts))
    breaks = rf"(?<![^\W_])(?:{phrases(language.breaks)})"
    settled = rf", (?:{phrases(known.settled)})"
    return re.compile(rf"[;:]|[.!?]['»”]*\s|, (?:{joiners})\b|{breaks}|\s(?:{joiners})\s(?:{speaks})|{settled}")


def _small(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_NO_MARKS = Cues((), (), ())


def find_cues(prose: Prose) -> Cues:
    """Return the words of doubt and denial of a stretch."""
    return prose.once(_marks)


def _marks(prose: Prose) -> Cues:
    known, text, language = cue_patterns(prose.language), prose.text, prose.language
    if not any(each.may_stand_in(prose) for each in known.marking):
        return _NO_MARKS
    ends = _Ends(text, known)
    doubt = [ends.mark(one) for one in known.doubt.finditer(prose) if _puts_in_doubt(text, one, language, known)]
    doubt += [ends.mark(one)._replace(is_particle=True) for one in known.conditions.finditer(prose)]
    doubt += [ends.mark(one)._replace(is_reported=True) for one in known.forms.finditer(prose)]
    intent = [ends.mark(one) for one in known.intent.finditer(prose) if not known.unable.match(text, one.end())]
    denial = [_denied(ends.mark(one), text, language) for one in known.denial.finditer(prose)]
    denial += [ends.mark(one)._replace(is_particle=True) for one in known.split_negation.finditer(prose)]
    idioms = [one.span() for one in known.idiom.finditer(prose)]
    inner = (one for one in known.inner_denial.finditer(prose) if not _stands_in(one.start(), idioms))
    denial += [ends.mark(one)._replace(is_inner=True) for one in inner]
    for one in known.negation.finditer(prose):
        if not _stands_in(one.start(), idioms):
            of_noun = one.group().lower() in language.discourse.before_nouns
            denial.append(ends.mark(one)._replace(is_particle=True, of_noun=of_noun))
    return Cues(_in_order(doubt), _in_order(intent), _in_order(denial))


def _stands_in(offset: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _denied(mark: Cue, text: str, language: Language) -> Cue:
    before = text[: mark.start].rsplit(maxsplit=1)[-1:]
    passive = bool(before) and before[0].lower() in language.discourse.passive_auxiliaries
    return mark._replace(of_clause=True, is_passive=passive)


def _in_order(found: list[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(found, key=lambda mark: mark.start))


def _puts_in_doubt(text: str, one: re.Match[str], language: Language, known: CuePatterns) -> bool:
    """Whether a word of doubt is one where it stands: "claims that", not "insurance claims"; not "could not"."""
    if known.unable.match(text, one.end()):
        return False
    word = one.group().lower()
    if word not in language.discourse.clause_doubt:
        return True
    before = text[: one.start()].rsplit(maxsplit=1)
    if word in language.discourse.nouns_too and (not before or before[-1].lower() in language.discourse.noun_marks):
        return False
    return known.clause.match(text, one.end()) is not None or text[one.end() : one.end() + 1] in (",", ".", "")


_BRACKET = re.compile(r"\([^()]*\)")


class _Ends:
    """Where the clauses of one text end."""

    def __init__(self, text: str, known: CuePatterns) -> None:
        self._size = len(text)
        self._asides = [one.span() for one in (*known.aside.finditer(text), *_BRACKET.finditer(text))]
        self._stops = [one.start() for one in known.stop.finditer(text)]
        self._commas = [one.start() for one in known.limit.finditer(text)]

    def mark(self, found: re.Match[str]) -> Cue:
        """Return a word with how far it reaches."""
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
    """Yield the words of doubt or denial outside a stretch that reach into it."""
    close = -1
    for mark in found:
        if mark.start >= end and close < 0:
            close = _close(text, end, language)
        reaches_on = mark.end <= start < (mark.comma if mark.is_particle else mark.reach)
        if reaches_on or (end <= mark.start < close and not mark.is_inner):
            yield mark


def _close(text: str, end: int, language: Language) -> int:
    """Return where the words behind a quote end that still belong to it."""
    behind = cue_patterns(language).pause.search(text, end)
    until = behind.start() if behind is not None else len(text)
    words = text[end:until].split(" ")
    return min(until, end + len(" ".join(words[: _CLOSE + 1])))


def doubting_verb_behind(prose: Prose, quote: Span) -> str | None:
    """Return the verb behind a quote that puts it in doubt: ", the ministry claimed". For `Prose.of_span`."""
    behind = prose.text[quote.end : quote.end + _TAIL].lstrip("'")
    found = cue_patterns(prose.language).tail.match(behind) if behind.startswith(",") else None
    return found["verb"] if found is not None else None
