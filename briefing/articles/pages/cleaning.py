"""Finds in the tree of a page what is no article text: hidden parts, navigation, captions, share bars, teasers."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from briefing.articles.pages.names import names
from briefing.articles.pages.style_sheets import hidden_names, is_named

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


def _words(text: str) -> re.Pattern[str]:
    """Return the pattern that finds words, each a pattern itself, in names such as "article__share-bar"."""
    return re.compile(rf"(?<![a-z0-9])(?<!no-)(?<!has-)(?<!with-)(?<!hide-)(?:{'|'.join(text.split())})(?![a-z0-9])")


_HIDDEN_NAME = _words(r"""
    visually-?hidden(?!-) sr-only screen-?reader(?:-text|-only)? a11y-hidden hide-text(?!-) is-hidden(?!-) hidden(?!-)
""")
_SIDE_NAME = _words(r"""
    related recommend(?:ed|ations?)? read-?(?:more|also|next) more-?(?:stories|news|from|on|links) popular trending
    most-?(?:read|popular|viewed) see-?also further-?reading jp-relatedposts yarpp
    shar(?:e|ing)(?:-?(?:bar|buttons?|tools?|links?|this|list|box))? sharedaddy addthis addtoany
    social(?:-?(?:media|bar|links?|share|sharing|icons?|buttons?|tools?))?
    newsletters? news-?letter sign-?up subscri(?:be|ption)s? promo(?:tion|box)?s? outbrain taboola sponsor(?:ed|s)?
    ads? adverts? advertis(?:e|ing|ements?) ad-?(?:slot|unit|container|wrapper|box|break|label|placeholder) banner
    cookies? consent gdpr legal disclaimer copyright feedback ratings? polls? survey correction-?form
    twitter-tweet instagram-media tiktok-embed fb-post embed(?:ded)? gallery slideshow carousel pull-?quotes?
    captions? wp-caption(?:-text)? thumbcaption bildunterschrift legend credits? photo-?credits?
    (?:image|img|photo|picture)-?(?:caption|credit|source|text|description|info)
    by-?lines? authors? author-?(?:bio|box|info|card|name|meta|profile|description|details) about-?author
    dateline timestamp (?:post|entry|article)-?meta meta-?(?:data|info) metadata posted-?(?:on|by|in)
    bread-?crumbs? tags(?!-) tag-?(?:list|links|cloud) taglist keywords categories cat-?links catlinks
    pagination pager page-?nav post-?nav(?:igation)? nav-?(?:links|bar)? navigation skip-?link jump-?(?:to|link)
    side-?bar(?!-) widgets widget-?area footer masthead site-?header toolbar tool-?tips? toc table-?of-?contents
    mw-editsection mw-references-wrap reflist navbox infobox noprint hatnote ambox printfooter
""")
"""Words in the classes and ids of elements beside an article. Asked of elements that hold little of the page's text."""
_STRONG_NAME = _words(r"""
    comments? commentlist comment-?(?:list|form|section|area|respond|wrapper|container) respond
    disqus(?:-thread)? livefyre replies
""")
"""Words that name comments, which may be longer than the article."""
_NEARLY_ALL = 0.85
_PROSE = names("html body main article p h1")
"""Elements that go by no name of a class: themes give these classes that say what else the page has."""
_WHOLE = names("html body")
"""Elements that pages hide until a script shows them."""
_LONGEST_NAME = 300
_MOST_OF_PAGE = 0.4
"""Share of the text of a page from which on an element is not beside the article but around it."""
_LITTLE = 0.25
"""Share of the text of a page that an element with a name of `_SIDE_NAME` holds at most."""


def no_text(root: HtmlElement) -> set[HtmlElement]:
    """Return the elements that no reader sees, and those that stand around an article. The tree is left as it is."""
    sizes = _sizes(root)
    whole = max(sizes.get(root, 0), 1)
    out = {element for element in root.iter() if _is_out(element, sizes.get(element, 0) / whole)}
    if unseen := hidden_names(root):
        hidden = {
            element for element in root.iter(etree.Element) if element.tag not in _WHOLE and is_named(element, unseen)
        }
        if sum(sizes.get(element, 0) for element in hidden) < whole * _MOST_OF_PAGE:
            out |= hidden  # more is hidden by style sheets only until a script shows it
    return out


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
    if not isinstance(tag, str) or tag in _NEVER_TEXT:
        return True
    if tag not in _WHOLE and ("hidden" in attributes or _hides(attributes.get("style", ""))):
        return True
    return share < _most(element)


def _most(element: HtmlElement) -> float:
    """Return the share of the page's text from which on an element is not beside the article; 0 for most elements."""
    tag, attributes = element.tag, element.attrib
    if tag in _AROUND or attributes.get("role", "") in _ROLES or attributes.get("aria-hidden") == "true":
        return _MOST_OF_PAGE
    name = _name(element)
    if name == " ":
        return 0.0
    if tag not in _PROSE and _STRONG_NAME.search(name):
        return _NEARLY_ALL
    is_beside = _HIDDEN_NAME.search(name) or (tag not in _PROSE and _SIDE_NAME.search(name))
    return _LITTLE if is_beside else 0.0


def _name(element: HtmlElement) -> str:
    """Return the classes and the id of an element, in one form of writing."""
    return f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAME].lower().replace("_", "-")


def _hides(style: str) -> bool:
    if not style or _HIDDEN_STYLE.search(style):
        return style != ""
    return _WHITE_TEXT.search(style) is not None and not _OTHER_GROUND.search(style)
