"""Saved web pages: the article in them and what they say about it. The only code that knows lxml and trafilatura."""

from briefing.articles.pages.read import read_page

__all__ = ["read_page"]
