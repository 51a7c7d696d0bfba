"""Widgets: each draws lines and posts messages."""
