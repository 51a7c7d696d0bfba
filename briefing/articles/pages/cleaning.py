"""Takes out of the tree of a page what is no article text: hidden parts, navigation, captions, share bars, teasers."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing.articles.pages.names import names

_NEVER_TEXT = names(
    "script style noscript template head iframe object embed svg math canvas audio video map datalist select option"
    " textarea button input picture img link meta"
)
"""Elements that hold no text that a reader sees as prose."""
_AROUND = names("form figure figcaption nav aside footer dialog menu")
"""Elements that stand around an article. They stay if much of the page is in one: some programs put all in a form."""
_ROLES = names(
    "navigation banner complementary contentinfo search dialog alertdialog alert menu menubar toolbar tablist form"
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|\Z)"
    r"|font-size\s*:\s*0(?:\.0*)?(?:px|em|rem|pt|%)?\s*(?:;|!|\Z)|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}px"
    r"|clip\s*:\s*rect\(\s*[01]",
    re.IGNORECASE,
)
_COLOUR = r"(?<![\w-]){}\s*:\s*(white|#fff|#ffffff|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|\Z)"
_WHITE_TEXT = re.compile(_COLOUR.format("color"), re.IGNORECASE)
_OTHER_GROUND = re.compile(r"background(?:-color|-image)?\s*:(?!\s*(?:white|#fff|none|transparent))", re.IGNORECASE)
_HIDDEN_NAME = re.compile(
    r"(?<![a-z0-9])(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|a11y-hidden|hide-text|is-hidden|hidden)(?![a-z0-9-])"
)
_SIDE_NAME = re.compile(
    r"(?<![a-z0-9])(?:"
    r"related|recommend(?:ed|ations?)?|read-?(?:more|also|next)|more-?(?:stories|news|from|on|links)|most-?(?:read|popular|viewed)|popular|trending"
    r"|shar(?:e|ing)(?:-?(?:bar|buttons?|tools?|links?|this|list|box))?|social(?:-?(?:media|bar|links?|share|sharing|icons?|buttons?|tools?))?|sharedaddy"
    r"|addthis|addtoany|newsletters?|news-?letter|sign-?up|subscri(?:be|ption)s?|promo(?:tion|box)?s?|teasers?|outbrain|taboola|sponsor(?:ed|s)?"
    r"|ads?|adverts?|advertis(?:e|ing|ements?)|ad-?(?:slot|unit|container|wrapper|box|break|label|placeholder)|banner"
    r"|cookies?|consent|gdpr|comments?|commentlist|comment-?(?:list|form|section|area|respond)|respond|disqus|livefyre|replies"
    r"|captions?|wp-caption(?:-text)?|credits?|photo-?credits?|image-?(?:caption|credit)|gallery|slideshow|carousel"
    r"|by-?lines?|author-?(?:bio|box|info|card|name|meta)|dateline|timestamp|post-?meta|entry-?meta|article-?meta|meta-?(?:data|info)|posted-?(?:on|by|in)"
    r"|bread-?crumbs?|tags?|tag-?(?:list|links|cloud)|taglist|keywords|categories|cat-?links|pagination|pager|page-?nav|post-?nav(?:igation)?|nav-?(?:links|bar)?"
    r"|navigation|side-?bar|widgets?|footer|masthead|site-?header|skip-?link|toolbar|tool-?tips?|jump-?(?:to|link)|toc|table-?of-?contents"
    r"|mw-editsection|reference|reflist|references|navbox|infobox|noprint|hatnote|ambox|metadata|printfooter|catlinks|thumbcaption"
    r"|pull-?quotes?|jp-relatedposts|yarpp|see-?also|further-?reading|disclaimer|copyright|legal|feedback|ratings?|polls?|survey|correction-?form"
    r")(?![a-z0-9])"
)
"""Words in the classes and ids of elements beside an article. Asked of elements that hold little of the page's text."""
_PROSE = names("html body main article p h1")
"""Elements that go by no name of a class: themes give these classes that say what else the page has."""
_LONGEST_NAME = 300
_MOST_OF_PAGE = 0.4
"""Share of the text of a page from which on an element is not beside the article but around it."""
_LITTLE = 0.25
"""Share of the text of a page that an element with a name of `_SIDE_NAME` holds at most."""
_KEPT = frozenset({"class", "id", "href"})


def clean(root: HtmlElement) -> None:
    """Take out what no reader sees, and what stands around an article; keep no attribute that nobody asks for."""
    sizes = _sizes(root)
    whole = max(sizes[root], 1)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or (
            element is not root and _is_out(element, sizes.get(element, 0) / whole)
        ):
            _drop(element)
    for element in root.iter():
        for name in element.attrib:
            if name not in _KEPT:
                del element.attrib[name]
            elif len(element.attrib[name]) > _LONGEST_NAME:
                element.attrib[name] = element.attrib[name][:_LONGEST_NAME]


def _sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """Return the number of characters that each element shows."""
    sizes: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in _NEVER_TEXT:
            continue
        size = sizes.get(element, 0) + _length(element.text)
        sizes[element] = size
        parent = element.getparent()
        if parent is not None:
            sizes[parent] = sizes.get(parent, 0) + size + _length(element.tail)
    return sizes


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _is_out(element: HtmlElement, share: float) -> bool:
    """Tell whether an element, which shows this share of the page's text, is no part of the article."""
    tag, attributes = element.tag, element.attrib
    if tag in _NEVER_TEXT or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return share < _MOST_OF_PAGE or tag in _NEVER_TEXT
    if (style := attributes.get("style")) and _hides(style):
        return True
    if tag in _AROUND or attributes.get("role", "") in _ROLES:
        return share < _MOST_OF_PAGE
    name = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_NAME].lower().replace("_", "-")
    if name == " " or (tag in _PROSE and not _HIDDEN_NAME.search(name)):
        return False
    return share < _LITTLE and (_SIDE_NAME.search(name) is not None or _HIDDEN_NAME.search(name) is not None)


def _hides(style: str) -> bool:
    if _HIDDEN_STYLE.search(style):
        return True
    return _WHITE_TEXT.search(style) is not None and not _OTHER_GROUND.search(style)


def _drop(element: HtmlElement) -> None:
    """Take an element out, and leave the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()
