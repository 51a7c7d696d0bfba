"""Marks: read, unread, stars, and undoing them."""
