"""The rules for speakers: the text attributes a quote to the speaker whom the claim names, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.base.problems import Problem
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, QuoteContext, Unchecked
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import fold_words
from briefing.evidence.rules.attribution import Attribution, attributions, covers_quote, speech_acts
from briefing.evidence.words.cues import find_cues
from briefing.evidence.words.named_sources import MOST_ALIKE, NamedSources
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.source_names import (
    NameTokens,
    SourceNames,
    has_other_name,
    has_role,
    is_source_named,
    last_named,
    name_tokens,
    name_tokens_of,
)
from briefing.format.model import Source, SourceKind

_REACH = 3
"""Paragraphs before and after a quote that may name the one whom a pronoun beside it means."""
_MOST_BLOCKS = 200
"""Paragraphs of a text that are searched for the holder of a role."""
_BEFORE = 10_000
"""Characters before the sentence of a quote in which the one who speaks may be named."""
_UNSAID = "the sentence of the quote names no speaker"


def speaker_findings(case: Case) -> Iterator[Outcome]:
    """Yield the findings that somebody else than the speaker of the claim says what its quotes say."""
    if _has_many_alike(case):
        yield Unchecked("more sources than can be told apart have these names")
        return
    speakers = _speakers(case)
    for source, field in speakers:
        yield from _spoken_by(source, field, case)
    yield from _named_in_text(case, [source for source, _ in speakers])


def _has_many_alike(case: Case) -> bool:
    """Whether the words of a claim, of a quoted sentence or before it may name very many sources of the brief."""
    if len(case.dossier.brief.sources) <= MOST_ALIKE:
        return False
    texts = [(name_tokens(case.own), case.language)]
    for context in case.contexts:
        texts += [(name_tokens(context.prose), context.language), (_before(context), context.language)]
    return any(
        text is not None and len(_named_sources(case.dossier, language).named_in(text)) > MOST_ALIKE
        for text, language in texts
    )


def source_findings(source: Source, contexts: Sequence[QuoteContext], dossier: Dossier) -> Iterator[Problem]:
    """Yield a finding if the sentence that a source is cited from does not name it."""
    if source.via is None:
        return
    for context in contexts:
        who = _named_sources(dossier, context.language).names(source)
        here = name_tokens(context.prose)
        if here is None or not (who.names or who.roles):
            continue
        if _is_in_text(who, context) and _is_named_or_meant(who, here, context):
            continue
        if context.language is not dossier.language and not _is_comparable(who, here):
            continue
        sentence = f"the sentence that this source is cited from does not name '{_called(source)}'"
        yield dossier.problem(EvidenceCode.SOURCE_NOT_NAMED, source.spots, "name" if source.name else "role", sentence)
        return


def _is_named_or_meant(who: SourceNames, here: NameTokens, context: QuoteContext) -> bool:
    """Whether a sentence names a source, or has a pronoun that may mean it and no other name."""
    if is_source_named(who, here, by_role=False) or (who.is_vague and not who.is_proper):
        return True
    if is_source_named(who, here):
        return not who.names or _is_introduced(who, context)
    meant = _has_pronoun(here, context.language) and _is_near(who, context, 1)
    return meant and not has_other_name(who, here)


def _is_introduced(who: SourceNames, context: QuoteContext) -> bool:
    """Whether a paragraph of the text has both the name and the role of a source: the role alone may be another's."""
    if context.saved is None:
        return True
    blocks = range(min(len(context.saved.blocks), _MOST_BLOCKS))
    stretches = (name_tokens(context.saved.paragraph(number)) for number in blocks)
    return any(one is None or (is_source_named(who, one, by_role=False) and has_role(who, one)) for one in stretches)


def _speakers(case: Case) -> list[tuple[Source, str]]:
    """Return the speakers that a claim names, in `by` or by its cites, each with the field that names it."""
    sources = case.dossier.sources
    by = sources.get(case.claim.by) if case.claim.by is not None else None
    if by is not None:
        return [(by, "by")] if may_speak(by) else []
    cited = dict.fromkeys(context.cite.source for context in case.contexts)
    found = [sources[one] for one in cited if one in sources]
    return [(one, "cites") for one in found if one.via is not None and may_speak(one)]


def may_speak(source: Source) -> bool:
    """Whether rules tell if a source says something: not of an article, nor of a medium that no other text reports."""
    return source.kind is not SourceKind.ARTICLE and (source.kind is not SourceKind.MEDIA or source.via is not None)


def _spoken_by(source: Source, field: str, case: Case) -> Iterator[Outcome]:
    far: list[str] = []
    mine = [one for one in case.contexts if field != "cites" or one.cite.source == source.id]
    for context in mine:
        other = _other_speaker(source, context, case.dossier)
        if other is not None:
            sentence = f"the source attributes this to '{_called(other)}', not to '{_called(source)}'"
            yield case.problem(EvidenceCode.SPEAKER_NOT_NAMED, field, sentence)
            return
        reason = _not_near(source, context, case.dossier)
        if reason is not None:
            far.append(reason)
    if not far:
        return
    if all(reason == _UNSAID for reason in far) and len(far) == len(mine):
        sentence = f"the claim names '{_called(source)}', and the sentence of the quote names no speaker"
        yield case.problem(EvidenceCode.SPEAKER_UNSAID, field, sentence)
        return
    if len(far) == len(mine) and "" in far:
        sentence = f"'{_called(source)}' is not named in the paragraph of the quote, nor in the one before or after it"
        yield case.problem(EvidenceCode.SPEAKER_NOT_NAMED, field, sentence)
    elif len(far) == len(mine) or any(far):
        yield Unchecked(next((one for one in far if one), "speaker not named beside every quote"))


def _not_near(source: Source, context: QuoteContext, dossier: Dossier) -> str | None:
    """Return why it is not clear that a source speaks near a quote. None: it is named there. Empty: it is not named."""
    who = _named_sources(dossier, context.language).names(source)
    near = [name_tokens(paragraph) for paragraph in context.near(1)]
    here = [one for one in near if one is not None]
    if len(here) < len(near) or not (who.names or who.roles):
        return "no name of the speaker to look for"
    if any(is_source_named(who, one) for one in here):
        return _not_the_nearest(source, who, context, dossier) if _is_in_text(who, context) else ""
    if who.is_vague:
        return None if any(_says_unnamed(one, context.language) for one in here) else "speaker without a name"
    if any(_has_pronoun(one, context.language) for one in here) and _is_near(who, context, _REACH):
        return "speaker named further away" if _may_be_spoken(context) else _UNSAID
    if context.language is not dossier.language and not all(_is_comparable(who, one) for one in here):
        return "speaker named in another language"
    return ""


def _may_be_spoken(context: QuoteContext) -> bool:
    """Whether a sentence may be the words of somebody named beside it: it has an attribution, a pronoun or a quote."""
    language = context.language
    speaking = set(language.discourse.pronouns) - set(language.relatives) - set(language.discourse.of_things)
    if any(word.small in speaking for word in context.prose.words) or not language.complete:
        return True
    if attributions(context.prose) or speech_acts(context.prose):
        return True
    from briefing.evidence.facts.speech_sentences import says_something  # many modules, for few sentences

    if context.prose.once(says_something):
        return True
    return _QUOTED.search(context.text) is not None or bool(find_cues(context.prose).doubt)


_QUOTED = LazyPattern(r"(?<!\w)'|'(?!\w)")
"""A quotation mark, unlike an apostrophe inside a word."""


def _is_in_text(who: SourceNames, context: QuoteContext) -> bool:
    """Whether the text has a word of a person's name anywhere; many people may have the same role."""
    if not who.is_person or context.saved is None or not who.names:
        return True
    text = context.saved.folded.text
    return any(part[0].upper() + part[1:] in text or part in text for parts in who.names for part in parts)


def _not_the_nearest(source: Source, who: SourceNames, context: QuoteContext, dossier: Dossier) -> str | None:
    """Return why somebody else may be speaking. None: the source speaks. Empty: another source does."""
    sentence = name_tokens(context.prose)
    if context.saved is None or context.paragraph is None or sentence is None:
        return None
    paragraph = context.saved.paragraph(context.paragraph)
    if not _may_be_spoken(context):
        whole = name_tokens(paragraph)
        is_here = whole is None or is_source_named(who, whole)
        if not is_here:
            return ""
        if not context.language.complete:
            return "no rules for who says it"
        return "speaker named before the sentence of the quote" if last_named(who, _before(context)) >= 0 else _UNSAID
    if is_source_named(who, sentence):
        return None
    reason = _named_nearer(source, who, context, dossier)
    return "speaker not named in the sentence of the quote" if reason is None else reason


def _before(context: QuoteContext) -> NameTokens:
    """Return the words of the paragraph before the sentence of the quote, at most so many characters of it."""
    if context.saved is None or context.paragraph is None:
        return name_tokens_of("")
    paragraph = context.saved.paragraph(context.paragraph)
    end = max(paragraph.text.find(context.text), 0)
    return name_tokens_of(paragraph.text[max(end - _BEFORE, 0) : end])


def _named_nearer(source: Source, who: SourceNames, context: QuoteContext, dossier: Dossier) -> str | None:
    """Return why another source, named nearer to the quote, may be speaking. None: none is. Empty: it is speaking."""
    sentence = name_tokens(context.prose)
    if context.saved is None or context.paragraph is None or sentence is None:
        return None
    paragraph = context.saved.paragraph(context.paragraph)
    before = _before(context)
    others = {
        one.id: last_named(names, before)
        for one, names in _named_sources(dossier, context.language).named_in(before)
        if one.via is not None and one.id != source.id
    }
    latest = max(others.values(), default=-1)
    if latest < 0 or last_named(who, before) >= latest:
        return None
    other = dossier.sources[max(others, key=lambda one: others[one])]
    whole = name_tokens(paragraph)
    spoken = [words for one in attributions(context.prose) for words in one.tokens]
    starts_so = any(
        _has_pronoun(words, context.language) for words in (name_tokens_of(" ".join(sentence.words[:2])), *spoken)
    )
    if _is_related(source, other, who, dossier) or (whole is not None and is_source_named(who, whole)) or not starts_so:
        return "somebody else is named nearer to the quote"
    return ""


def _is_near(who: SourceNames, context: QuoteContext, paragraphs: int) -> bool:
    near = (name_tokens(paragraph) for paragraph in context.near(paragraphs))
    return any(one is not None and is_source_named(who, one) for one in near)


def _says_unnamed(here: NameTokens, language: Language) -> bool:
    return any(word.startswith(language.discourse.unnamed) for word in here.small)


def _has_pronoun(here: NameTokens, language: Language) -> bool:
    return not here.small.isdisjoint(language.discourse.pronouns)


def _is_comparable(who: SourceNames, here: NameTokens) -> bool:
    """Whether a text in another language would spell a person's name as the brief does: it uses the same script."""
    scripts = {_script(word) for word in here.words} & {_script(part) for parts in who.names for part in parts}
    return who.is_person and bool(scripts)


def _script(word: str) -> str:
    """Return a name for the script of a word: "Latin" below U+0250, else its Unicode block, roughly."""
    return "Latin" if word[0] < "\u0250" else chr(ord(word[0]) & ~0xFF)


def _called(source: Source) -> str:
    return source.name or source.title or source.role or source.id


def _other_speaker(source: Source, context: QuoteContext, dossier: Dossier) -> Source | None:
    """Return another source to whom the sentence of the quote attributes it, without naming this one. None: none."""
    here = name_tokens(context.prose)
    said = [one for one in attributions(context.prose) if covers_quote(one, context)]
    said = said or [one for one in speech_acts(context.prose) if covers_quote(one, context)]
    if here is None or not said:
        return None
    who = _named_sources(dossier, context.language).names(source)
    if is_source_named(who, here):
        return None
    others = [_speaker_of(one, context.prose, dossier, source) for one in said]
    first = others[0]
    return first if first is not None and all(others) and not _is_related(source, first, who, dossier) else None


def _speaker_of(one: Attribution, prose: Prose, dossier: Dossier, besides: Source) -> Source | None:
    """Return the source that an attribution names, or means by a pronoun. None: there is none."""
    language = prose.language
    known = _named_sources(dossier, language)
    for words in one.tokens:
        for source, who in _speakers_in(words, known, besides):
            if is_source_named(who, words, by_role=not who.is_person):
                return source
    if not any(_has_pronoun(words, language) for words in one.tokens):
        return None
    before = name_tokens_of(prose.text[: one.start])
    others = _speakers_in(before, known, besides)
    latest = max(((last_named(who, before), source.id) for source, who in others), default=(-1, ""))
    return dossier.sources[latest[1]] if latest[0] >= 0 else None


def _speakers_in(text: NameTokens, known: NamedSources, besides: Source) -> list[tuple[Source, SourceNames]]:
    """Return the sources that may be speaking and that a text may name, except for one."""
    return [(source, who) for source, who in known.named_in(text) if source.id != besides.id and may_speak(source)]


def _named_sources(dossier: Dossier, language: Language) -> NamedSources:
    known = dossier.once(_by_language)
    if language not in known:
        known[language] = NamedSources(dossier.brief, language)
    return known[language]


def _by_language(_: Dossier) -> dict[Language, NamedSources]:
    return {}


def _is_related(source: Source, other: Source, who: SourceNames, dossier: Dossier) -> bool:
    """Whether one of two sources speaks for the other, as the brief describes them."""
    told = " ".join(filter(None, (other.role, other.name, other.title, *(cite.quote for cite in other.cites))))
    back = " ".join(filter(None, (source.role, source.name, source.title)))
    them = _named_sources(dossier, who.language).names(other)
    return is_source_named(who, name_tokens_of(fold_words(told)), by_role=False) or is_source_named(
        them, name_tokens_of(fold_words(back)), by_role=False
    )


def _named_in_text(case: Case, known: Sequence[Source]) -> Iterator[Outcome]:
    """Yield the outcomes for the speaker whom the writer's own words name."""
    if case.is_judgement:
        return
    for one in (*attributions(case.own), *speech_acts(case.own)):
        source = _speaker_of(one, case.own, case.dossier, _NOBODY)
        if source is None or any(source.id == each.id for each in known):
            continue
        by = known[0] if known else None
        if by is not None and not _agree(by, source, case):
            sentence = f"the text attributes this to '{_called(source)}', and 'by' to '{_called(by)}'"
            yield case.problem(EvidenceCode.SPEAKER_NOT_NAMED, case.field, sentence)
        elif by is None:
            yield from _spoken_by(source, case.field, case)
        return


def _agree(by: Source, source: Source, case: Case) -> bool:
    """Whether one may say what the claim attributes to another: a medium reports what people say."""
    if by.kind is SourceKind.MEDIA:
        return True
    who = _named_sources(case.dossier, case.language).names(by)
    said_by = [words for one in attributions(case.own) for words in one.tokens]
    return any(is_source_named(who, words) for words in said_by) or _is_related(by, source, who, case.dossier)


_NOBODY = Source(id="", number=0, kind=SourceKind.ARTICLE)
