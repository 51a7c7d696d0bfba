"""Exports: a brief as Markdown, a reading as JSON, one item as plain text for the clipboard.

Pure. The marking is part of every export, and text of a brief never becomes markup.
"""

from briefing.export.clipboard import item_text
from briefing.export.json import list_row_json, reading_json
from briefing.export.markdown import markdown

__all__ = ["item_text", "list_row_json", "markdown", "reading_json"]
