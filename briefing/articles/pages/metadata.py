"""What a page says about its article: title, publisher, author, dates, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing.articles.pages.names import in_order, names
from briefing.base.frozen import frozen_kw_only

_LARGEST_DATA = 500_000
"""Characters of one script of JSON-LD that are read."""
_MOST_NODES = 2000
_ARTICLES = names("""
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle
    ReviewNewsArticle BlogPosting LiveBlogPosting Report ScholarlyArticle TechArticle WebPage SocialMediaPosting
    AdvertiserContentArticle
""")
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(\S{1,2000})")
_SINGLE_FILE = re.compile(r"\burl:\s*(\S{1,2000})\s+saved date:\s*([^\n]{1,80})", re.IGNORECASE)
_PARTS = re.compile(r"\s+(?:\||-|–|—|::|»|•|·|/|<|›)\s+")
_FEWEST_WORDS = 3
_DATE_NAME = re.compile(
    r"publish|pub-?_?date|posted-?on|(?:post|entry|article|story)-?_?(?:date|time)|date-?_?line|timestamp",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_DATE = 80
"""Characters of a text that shows the date of publication, and little else."""
_TITLES = in_order("og:title twitter:title dc.title dcterms.title parsely-title sailthru.title")
_PUBLISHERS = in_order("og:site_name dc.publisher dcterms.publisher publisher application-name twitter:site")
_AUTHORS = in_order("""
    author article:author byl dc.creator dcterms.creator parsely-author sailthru.author citation_author
""")
_DATES = in_order("""
    article:published_time datepublished og:published_time date pubdate publishdate publish-date publish_date
    dc.date.issued dcterms.created dcterms.date dc.date dc.date.created parsely-pub-date sailthru.date article.published
    citation_publication_date citation_date published_time pdate ptime cxenseparse:recs:publishtime rnews:datepublished
    originalpublicationdate article_date_original datecreated
""")


@frozen_kw_only
class Metadata:
    """What a page says of its article, as it is written there."""

    titles: tuple[str, ...]
    """Titles for other pages and for people: all name the article."""
    window_title: str
    """The title of the window, mostly with the name of the site."""
    publisher: str | None
    author: str | None
    published: str | None
    retrieved: str | None
    url: str | None
    language: str | None


def metadata_of(root: HtmlElement, head: str) -> Metadata:
    """Return what the tree of a page says of its article; `head` is the beginning of the file, where programs sign."""
    named = _named(root)
    nodes = list(_nodes(root))
    single = _SINGLE_FILE.search(head)
    saved = _SAVED.search(head)
    window = root.find(".//title")
    return Metadata(
        titles=tuple(_first(named, (name,)) or "" for name in _TITLES) + tuple(_texts(nodes, "headline")),
        window_title=" ".join(window.text_content().split()) if window is not None else "",
        publisher=_first(named, _PUBLISHERS[:1]) or _publisher(nodes) or _first(named, _PUBLISHERS[1:]),
        author=_author(nodes) or _first(named, _AUTHORS) or _marked(root, "author"),
        published=next(_texts(nodes, "datePublished"), None) or _first(named, _DATES) or _time(root) or _shown(root),
        retrieved=single[2] if single else None,
        url=_address(root, named) or (single[1] if single else None) or (saved[1] if saved else None),
        language=_language(root, named, nodes),
    )


def title_of(metadata: Metadata, headings: list[str]) -> str | None:
    """Return the title as a heading writes it if another title agrees; else without the name of the site."""
    wanted = [text for text in (*metadata.titles, metadata.window_title) if text]
    for heading in headings:
        if len(heading.split()) > 1 and any(
            _key(heading) in _key(text) or _key(text) in _key(heading) for text in wanted
        ):
            return heading
    if not wanted:
        return headings[0] if headings else None
    parts = [part for part in _PARTS.split(wanted[0]) if part.strip()]
    while len(parts) > 1 and (
        _key(parts[-1]) == _key(metadata.publisher or "") or len(parts[-1].split()) <= _FEWEST_WORDS
    ):
        if len(parts[0].split()) < _FEWEST_WORDS and not parts[2:]:  # title and site
            break
        last = parts.pop()
        return wanted[0][: wanted[0].rindex(last)].rstrip(" |-–—:»•·/<›") or wanted[0]
    return wanted[0]


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _named(root: HtmlElement) -> dict[str, str]:
    """Return the contents of the meta elements by their names; the first of a name counts."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content and name not in named:
                named[name] = content
    return named


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name].lstrip("@") for name in names if named.get(name)), None)


def _address(root: HtmlElement, named: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (link.get("href") or "").lower().startswith(
            "http"
        ):
            return str(link.get("href"))
    return named.get("og:url")


def _language(root: HtmlElement, named: dict[str, str], nodes: list[dict[str, object]]) -> str | None:
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return given or next(_texts(nodes, "inLanguage"), None) or named.get("content-language") or named.get("og:locale")


def _time(root: HtmlElement) -> str | None:
    """Return the date of the first `time` element, or of what is marked as the date of publication."""
    for element in root.iter():
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and "pubdate" in element.attrib):
            return element.get("datetime") or element.get("content") or " ".join(str(element.text_content()).split())
    first = next(root.iter("time"), None)
    return first.get("datetime") if first is not None else None


def _shown(root: HtmlElement) -> str | None:
    """Return the short text of an element whose name says that it shows the date of publication."""
    for element in root.iter():
        if isinstance(element.tag, str) and _DATE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
            text = " ".join(str(element.text_content()).split())
            if _YEAR.search(text) and len(text) <= _LONGEST_DATE:
                return text
    return None


def _marked(root: HtmlElement, name: str) -> str | None:
    """Return the text of the first element that is marked as something by `itemprop` or `rel`."""
    for element in root.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") == name or element.get("rel") == name):
            text = " ".join(str(element.text_content()).split())
            return text or None
    return None


def _nodes(root: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield the articles that the JSON-LD of a page describes, and before them nothing else."""
    count = 0
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > _LARGEST_DATA:
            continue
        try:
            waiting: list[object] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST_NODES:
            node = waiting.pop(0)
            count += 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if _ARTICLES & set(map(str, kinds if isinstance(kinds, list) else [kinds])):
                    yield node
                waiting.extend(
                    value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"}
                )


def _texts(nodes: list[dict[str, object]], key: str) -> Iterator[str]:
    for node in nodes:
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())


def _publisher(nodes: list[dict[str, object]]) -> str | None:
    return next((name for node in nodes for name in _names(node.get("publisher"))), None)


def _author(nodes: list[dict[str, object]]) -> str | None:
    """Return the authors of the first article that names any."""
    for node in nodes:
        names = list(dict.fromkeys(_names(node.get("author"))))
        if names:
            return ", ".join(names)
    return None


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip() and "://" not in name:
            yield " ".join(name.split())
