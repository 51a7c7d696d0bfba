"""The query language: parsing what was typed, matching it, and highlighting what matches. Without SQL."""

from briefing.query.nodes import Query, QueryError
from briefing.query.parser import parse_query

__all__ = ["Query", "QueryError", "parse_query"]
