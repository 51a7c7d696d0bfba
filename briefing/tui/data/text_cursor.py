"""The cursor in a text that is briefed: on a sentence, a thing in it, a word, or words that are chosen. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.draft.briefed_text import BriefedText, Progress, Thing
from briefing.evidence.facts.values import Place
from briefing.evidence.result import Span

_WORD = re.compile(r"\S+")
_EDGES = "\"'“”„‘’«»‹›()[]{},.;:!?"


class TextCursor:
    """Where the reader is in one text, and how keys move it."""

    def __init__(self, briefed: BriefedText) -> None:
        self._briefed = briefed
        self._things: Sequence[Thing] = briefed.things
        self._sentences: Sequence[Place] = briefed.sentences
        self._at = 0
        """Index of the sentence."""
        self._thing: int | None = None
        """Index of the thing. None: on the sentence, or on a word."""
        self._word: Span | None = None
        self._chosen: tuple[Span, Span] | None = None
        """Where the choice of own words began, and the word at its other end, which moves. None: nothing is chosen."""
        self.began_on: Thing | None = None
        """The number, date or speaker that the choice of own words began on. None: on none of them."""

    @property
    def is_anywhere(self) -> bool:
        """False: the text has no sentence outside its title."""
        return bool(self._sentences)

    @property
    def sentence(self) -> Place | None:
        """The sentence that the cursor is in. None: the text has none."""
        return self._sentences[self._at] if self._sentences else None

    @property
    def thing(self) -> Thing | None:
        """The number, date or speaker that the cursor is on."""
        return None if self._thing is None else self._things[self._thing]

    @property
    def chosen(self) -> Span | None:
        """The words that the reader has chosen. None: the choice has not begun."""
        if self._chosen is None:
            return None
        first, last = self._chosen
        return Span(min(first.start, last.start), max(first.end, last.end))

    @property
    def span(self) -> Span:
        """What the cursor is on."""
        if (chosen := self.chosen) is not None:
            return chosen
        if self._word is not None:
            return self._word
        if self.thing is not None:
            return self.thing.span
        return self._sentences[self._at].span if self._sentences else Span(0, 0)

    @property
    def is_on_sentence(self) -> bool:
        """Whether it is on a whole sentence."""
        return self._chosen is None and self._word is None and self._thing is None

    # moving

    def go_to_thing(self, thing: Thing) -> None:
        """Go to a thing of the text."""
        self._go_to_thing(self._things.index(thing))

    def go_to(self, span: Span) -> None:
        """Go to the first thing of a stretch, else to the sentence that it is in."""
        self._leave_words()
        inside = [number for number, one in enumerate(self._things) if span.holds(*one.span)]
        same = [number for number in inside if self._things[number].span == span]
        if self._is_sentence(span):
            self._thing = None
        else:
            self._thing = next(iter([*same, *inside]), None)
        self._at = self._sentence_at(span.start if self.thing is None else self.thing.span.start)

    def step_sentence(self, step: int) -> bool:
        """Go to the next sentence (1) or the one before (-1); tell whether there was one. A choice grows by it."""
        if not self._sentences:
            return False
        if self._chosen is not None:
            first, last = self._chosen
            at = self._sentence_at(last.start)
            if step > 0:
                at += last.end >= _trimmed(self._briefed.text, self._sentences[at].span).end
            else:
                at -= last.start <= self._sentences[at].span.start
            if not 0 <= at < len(self._sentences):
                return False
            words = self._words_in(self._sentences[at].span)
            self._chosen = first, words[-1 if step > 0 else 0] if words else last
            return True
        at = self._at + step if self.is_on_sentence or step > 0 else self._at
        self._leave_words()
        self._thing = None
        moved = 0 <= at < len(self._sentences)
        self._at = max(0, min(at, len(self._sentences) - 1))
        return moved

    def step_thing(self, step: int) -> bool:
        """Go to the next thing (1), or to the one before, of which the first leads back to its sentence."""
        if self._chosen is not None:
            return self.step_word(step)
        start = self.span.start
        if step > 0:
            is_here = not self.is_on_sentence
            following = bisect_right if is_here else bisect_left
            at = (
                following(self._things, start, key=lambda one: one.span.start)
                if self._thing is None
                else self._thing + 1
            )
            return self._go_to_thing(at)
        before = (
            bisect_left(self._things, start, key=lambda one: one.span.start) if self._thing is None else self._thing
        ) - 1
        sentence = self._sentences[self._at].span if self._sentences else Span(0, 0)
        if not self.is_on_sentence and (before < 0 or self._things[before].span.start < sentence.start):
            self._leave_words()
            self._thing = None
            return True
        return self._go_to_thing(before)

    def step_found(self, step: int, progress: Progress) -> bool:
        """Go to the next thing that no item quotes (1), or to the one before (-1); after the last comes the first."""
        left = progress.left
        if not left:
            return False
        start = self.span.start
        if step > 0:
            is_after = bisect_left if self.is_on_sentence else bisect_right
            at = is_after(left, start, key=lambda one: one.span.start)
        else:
            at = bisect_left(left, start, key=lambda one: one.span.start) - 1
        return self._go_to_thing(bisect_left(self._things, left[at % len(left)].span, key=lambda one: one.span))

    def step_word(self, step: int) -> bool:
        """Go to the next word (1) or the one before (-1); a choice grows or shrinks by it."""
        last = self._chosen[1] if self._chosen is not None else self.span
        within = self._block_around(last)
        words = self._words_in(within)
        if not words:
            return False
        starts = [word.start for word in words]
        if self._chosen is None and self.is_on_sentence:
            at = bisect_left(starts, last.start) + min(step, 0)
        elif step > 0:
            at = bisect_left(starts, last.end)
        else:
            at = bisect_left(starts, last.start) - 1
        if not 0 <= at < len(words):
            return False
        if self._chosen is not None:
            self._chosen = self._chosen[0], words[at]
        else:
            self._thing, self._word = None, words[at]
        self._at = self._sentence_at(words[at].start)
        return True

    def end(self, step: int) -> None:
        """Go to the first sentence (-1) or the last one (1)."""
        self._leave_words()
        self._thing = None
        self._at = len(self._sentences) - 1 if step > 0 and self._sentences else 0

    # choosing words

    def choose(self) -> None:
        """Begin to choose words with those that the cursor is on; pressed again, the other end moves."""
        if self._chosen is not None:
            self._chosen = self._chosen[1], self._chosen[0]
            return
        self.began_on = self.thing or (self._thing_around(self._word) if self._word is not None else None)
        if self.is_on_sentence:
            words = self._words_in(self.span)
            self._chosen = (words[0], words[0]) if words else None
        else:
            words = self._words_in(self.span) or [self.span]
            self._chosen = words[0], words[-1]

    def choose_span(self, span: Span) -> None:
        """Choose the whole words of a stretch of the text, as with the mouse."""
        text, (start, end) = self._briefed.text, span
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        words = _trimmed(text, Span(start, end))
        self._chosen, self.began_on = (words, words), None
        self._at = self._sentence_at(span.start)

    def leave_choice(self) -> bool:
        """Give up the choice, or leave the word; tell whether there was one."""
        was_there = self._chosen is not None or self._word is not None
        self._leave_words()
        return was_there

    def _leave_words(self) -> None:
        self._chosen = self._word = None

    def _go_to_thing(self, at: int) -> bool:
        if not 0 <= at < len(self._things):
            return False
        self._leave_words()
        self._thing = at
        self._at = self._sentence_at(self._things[at].span.start)
        return True

    def _thing_around(self, word: Span) -> Thing | None:
        """Return the thing that a word is a part of."""
        at = bisect_right(self._things, word.start, key=lambda one: one.span.start)
        return next((one for one in self._things[max(0, at - 1) : at] if one.span.holds(*word)), None)

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self._sentences, offset, key=lambda one: one.span.start) - 1)

    def _is_sentence(self, span: Span) -> bool:
        return any(one.span == span for one in self._sentences[self._sentence_at(span.start) :][:1])

    def _block_around(self, span: Span) -> Span:
        """Return the sentence of a stretch with the one before and the one after it."""
        at = self._sentence_at(span.start)
        near = self._sentences[max(0, at - 1) : at + 2]
        return Span(near[0].span.start, near[-1].span.end) if near else Span(0, 0)

    def _words_in(self, within: Span) -> list[Span]:
        text = self._briefed.text
        found = (Span(*one.span()) for one in _WORD.finditer(text, *within))
        return [word for one in found if (word := _trimmed(text, one)).start < word.end]


def _trimmed(text: str, span: Span) -> Span:
    """Return a stretch without the signs at its ends that are no part of a word."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
