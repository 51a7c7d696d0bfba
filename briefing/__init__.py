"""A terminal reader for structured briefings. Owns nothing itself: the map of the package is in README.md."""

__version__ = "0.2.0"
