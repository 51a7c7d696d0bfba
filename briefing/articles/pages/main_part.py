"""Which part of a page is the article: where the prose is, weighed by its length, and by how little of it is links."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing.articles.pages.blocks import Block, is_prose
from briefing.articles.pages.cleaning import is_beside
from briefing.articles.pages.names import names

_LEVELS = 6
"""Elements around a paragraph that get a part of its weight, each half of what the one within it gets."""
_HOLDERS = names("div section article main td body center blockquote pre form span")
"""Elements that hold paragraphs, or text of their own."""
_ARTICLES = names("article main")
_HALF = 0.5
"""Share of the prose of what the page calls its article that its best part has at least."""
_NEARLY = 0.8
"""The same for a second element around it that the page calls so, too."""
_MAINLY = 0.7
"""Share of prose in what stands beside the best part, from which on it all belongs to the article."""
_ASIDE = 0.2
"""What the weight of an element counts whose name says that it stands beside an article."""
_SIBLING = 0.2
"""Share of the weight of the article that a part beside it has at least, to belong to it."""
_FEW_LINKS = 0.15
"""Share of characters in links that a part beside the best one has at most, to belong to the article."""
_MANY_LINKS = 0.35
"""Share of characters in links from which on a part of an article with little prose is a list of links."""
_LISTS = names("ul ol dl table div section header details summary")


class _Weight:
    """What an element and everything in it holds."""

    __slots__ = ("letters", "linked", "prose", "score")

    def __init__(self) -> None:
        self.letters = 0
        self.linked = 0
        self.prose = 0
        """Characters in blocks of prose."""
        self.score = 0.0

    @property
    def links(self) -> float:
        """Share of characters in links."""
        return self.linked / self.letters if self.letters else 0.0


class MainPart:
    """Finds the article among the blocks of a page."""

    def __init__(self, root: HtmlElement, blocks: list[Block]) -> None:
        self._root = root
        self._weights: dict[HtmlElement, _Weight] = {}
        for block in blocks:
            self._weigh(block)
        self._beside: set[HtmlElement] = set()
        for element in root.iter():
            if element in self._weights and (element.getparent() in self._beside or is_beside(element)):
                self._beside.add(element)

    def parts(self) -> list[HtmlElement]:
        """Return the elements that make the article, in their order."""
        best = max(self._weights, key=self._rank, default=self._root)
        if not self._of(best).prose:
            return [self._root]
        if (whole := self._marked(best)) is not None:
            return [whole]
        while (parent := best.getparent()) is not None and parent is not self._root:
            if not self._is_more_of_it(parent, best):
                return [one for one in parent if one is best or self._belongs(one, best)]
            best = parent
        return [best]

    def _is_more_of_it(self, parent: HtmlElement, best: HtmlElement) -> bool:
        """Tell whether what a parent holds beside its best child is mostly prose, and so belongs to the article."""
        whole, part = self._of(parent), self._of(best)
        letters, prose, linked = whole.letters - part.letters, whole.prose - part.prose, whole.linked - part.linked
        return prose >= letters * _MAINLY and linked <= letters * _FEW_LINKS

    def is_aside(self, element: HtmlElement) -> bool:
        """Tell whether an element within the article is a list of links or the like."""
        weight = self._of(element)
        if element.tag not in _LISTS or not weight.letters:
            return False
        return weight.links > _MANY_LINKS and weight.prose < weight.letters * _HALF

    def _of(self, element: HtmlElement) -> _Weight:
        return self._weights.get(element) or _NOTHING

    def _weigh(self, block: Block) -> None:
        text = block.text
        if not text:
            return
        size = len(text)
        prose = size if is_prose(block, text) else 0
        share, level = 1.0, 0
        for element in _around(block.home):
            weight = self._weights.setdefault(element, _Weight())
            weight.letters += size
            weight.linked += min(block.linked, size)
            weight.prose += prose
            if prose and (level or element.tag in _HOLDERS) and level < _LEVELS:
                weight.score += prose * share
                share, level = share * _HALF, level + 1

    def _rank(self, element: HtmlElement) -> float:
        weight = self._weights[element]
        return weight.score * (1 - weight.links) * (_ASIDE if element in self._beside else 1)

    def _marked(self, best: HtmlElement) -> HtmlElement | None:
        """Return the element around the best one that the page itself calls its article. None: it has too much else."""
        found = None
        for element in _around(best):
            is_body = element.get("itemprop") == "articleBody"
            if not (is_body or element.tag in _ARTICLES or element.get("role") == "main"):
                continue
            if self._of(best).prose < self._of(element).prose * (_HALF if found is None else _NEARLY):
                break
            found = element
            if element.tag == "article":
                break
        return found

    def _belongs(self, element: HtmlElement, best: HtmlElement) -> bool:
        """Tell whether an element beside the best one is a part of the article."""
        weight = self._of(element)
        if weight.links > _FEW_LINKS or not weight.prose:
            return False
        return weight.prose >= self._of(best).prose * _SIBLING or element.tag in {"p", "blockquote"}


_NOTHING = _Weight()


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those around it."""
    yield element
    yield from element.iterancestors()
