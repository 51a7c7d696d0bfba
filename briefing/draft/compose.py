"""A whole brief from an article: the same fact once, ranked, and without what the checker objects to."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from briefing.articles.article import Article, ArticleError
from briefing.base.frozen import frozen_kw_only
from briefing.base.safe_text import one_line, safe
from briefing.draft.draft_text import draft_text
from briefing.draft.language import UNDETERMINED, language_of
from briefing.draft.selection import LeftOut, Selection
from briefing.evidence.dates.date_line import differing_line
from briefing.evidence.facts.published import published_of
from briefing.evidence.facts.text import text_facts
from briefing.evidence.facts.values import TextFacts
from briefing.evidence.languages import Language, table
from briefing.evidence.quotes.folding import fold
from briefing.evidence.saved_text import SavedText, saved_text
from briefing.format.dates import DateError, Edtf, parse_date
from briefing.format.language_tags import language_name
from briefing.format.model import SourceText, TextState
from briefing.format.template import slug
from briefing.format.tree import unified_line_ends
from briefing.format.write import PlainItem, PlainValue

_LONGEST_TITLE = 300
"""Characters of a title."""
_UNKNOWN = "unknown"
_MORE = "there is more than one brief can hold: `check --coverage` lists the numbers and dates"
_LONG = 200_000
"""Characters from which on memory matters more than what is read in a text once."""
_MOST = 2_000_000
"""Characters of a text that is drafted from: more than any article has, and some seconds of work."""
_LEAST = 12
"""Characters of a text that can be quoted."""


@frozen_kw_only
class DraftOptions:
    """What the person who drafts says about the article and the brief; it counts before what the article says."""

    name: str | None = None
    """Of both files, without suffix. None: made from the title."""
    url: str | None = None
    published: str | None = None
    """EDTF, or "unknown"."""
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    marking: str | None = None
    tags: tuple[str, ...] = ()
    every: bool = False
    """True: all facts of the article, not only those that a reader would call key."""


@frozen_kw_only
class Draft:
    """A drafted brief."""

    name: str
    """Of both files, without suffix."""
    text: str
    """The content of texts/NAME.txt."""
    brief: str
    """The content of NAME.yaml."""
    counts: Mapping[str, int]
    """Items by block: summary, figures, timeline, sources, open."""
    left_out: tuple[LeftOut, ...] = ()
    remark: str = ""
    """A sentence about what could not be done. Empty: there is none."""


def compose(article: Article, options: DraftOptions) -> Draft:
    """Draft a brief from an article.

    Raises:
        ArticleError: it has no text to quote, or far too much.

    """
    text = text_of(article)
    if len(text.strip()) < _LEAST:
        raise ArticleError("this has too little text to draft a brief from")
    if len(text) > _MOST:
        raise ArticleError(f"this has {len(text):,} characters, and a draft is made of at most {_MOST:,}: take a part")
    language = options.language or language_of(text, article.language)
    saved = _saved(text, table(language))
    published = _published(article, options, saved)
    title = _shortened(one_line(article.title) or one_line(text))
    name = options.name or slug(title)
    facts = text_facts(saved, published) if saved.language.complete else TextFacts()
    if len(text) > _LONG:
        saved = _saved(text, saved.language)  # without what was read in each of its sentences: a third of the memory
    held = draft_text(saved, facts)
    checksum = sha256(text.encode()).hexdigest()
    head = _head(title, language, options)
    source = _article_item(
        article, options, {"title": title, "file": f"texts/{name}.txt", "sha256": checksum}, published
    )
    saved_source = SourceText(state=TextState.HELD, text=text, checksum=checksum)
    selection = Selection(held, head, source, saved_source, every=options.every)
    selected = selection.selected(f"Drafted by a program from texts/{name}.txt, word for word.")
    remark = _MORE if selected.has_more and options.every else ""
    line = None if published is None else differing_line(text, published, saved.language)
    if line is not None and published is not None:
        remark = (
            f"the date line of the text is “{line.words}”, and --published is {published.text}: `check` warns of it"
        )
    elif not saved.language.complete:
        called = language_name(language) if language != UNDETERMINED else "a language that was not recognised"
        remark = (
            f"the article is in {called}, for which there is no table of words: no figures, dates or speakers were"
            " looked for"
        )
    return Draft(
        name=name,
        text=text,
        brief=selected.page.text,
        counts=selected.counts,
        left_out=selected.left_out,
        remark=remark,
    )


def _saved(text: str, language: Language) -> SavedText:
    return saved_text(text, language) if len(text) <= _LONG else SavedText(fold(text), language)


def _shortened(title: str) -> str:
    """Return a title that fits a title bar; hardly any is cut."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rpartition(" ")[0] + "…" if " " in title[:_LONGEST_TITLE] else title[:_LONGEST_TITLE]


def text_of(article: Article) -> str:
    """Return the text of an article as it is saved and read back: safe, with plain line ends."""
    return safe(unified_line_ends(article.text).replace("\f", " "))


def _published(article: Article, options: DraftOptions, saved: SavedText) -> Edtf | None:
    """Return the date of publication. None: it is not known."""
    if options.published is not None:
        return None if options.published == _UNKNOWN else parse_date(options.published)
    try:
        told = None if article.published is None else parse_date(article.published)
    except DateError:
        told = None
    if told is not None and differing_line(saved.folded.original, told, saved.language) is None:
        return told
    line = published_of(saved)
    return line if line is not None and differing_line(saved.folded.original, line, saved.language) is None else None


def _head(title: str, language: str, options: DraftOptions) -> PlainItem:
    head: dict[str, PlainValue] = {"title": title, "status": "draft", "language": language}
    if options.marking is not None:
        head["marking"] = options.marking
    if options.tags:
        head["tags"] = list(options.tags)
    return head


def _article_item(
    article: Article, options: DraftOptions, known: Mapping[str, str], published: Edtf | None
) -> PlainItem:
    """Return the article as a source. `known`: its title, file and sha256."""
    fields = {
        "kind": "article",
        "title": known["title"],
        "publisher": options.publisher or article.publisher,
        "author": options.author or article.author,
        "url": options.url or article.url,
        "file": known["file"],
        "sha256": known["sha256"],
        "published": published.text if published is not None else _UNKNOWN,
        "retrieved": article.retrieved,
    }
    return {key: line for key, value in fields.items() if value and (line := one_line(value))}
