"""The searches above the list of briefs: what is new or has changed, then those of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.drawing.list_lines import NEW

NEW_QUERY = "is:new"


def kept_searches(searches: Mapping[str, str], brief_rows: BriefRows) -> Mapping[str, str]:
    """Return the searches above the list, queries by name. For a single file, or without marks, nothing is new."""
    is_list = brief_rows.root is not None or len(brief_rows) > 1
    has_marks = is_list and brief_rows.mark_cache.is_of_folder
    return {NEW: NEW_QUERY, **searches} if has_marks else searches
