"""A terminal reader for structured briefings. The map of the package is in .github/CONTRIBUTING.md."""

__version__ = "0.2.0"
