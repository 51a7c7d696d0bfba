"""Owns the reader on screen: the only code that knows Textual. Importing this package imports nothing yet."""
