"""Exports: a brief as Markdown, a reading as JSON, one item as plain text for the clipboard.

Pure. The marking is part of every export, and text of a brief never becomes markup.
"""

from briefing.export.clipboard import item_text
from briefing.export.json import as_json, as_json_row
from briefing.export.markdown import markdown

__all__ = ["as_json", "as_json_row", "item_text", "markdown"]
