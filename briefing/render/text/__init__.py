"""Text on a terminal: its width, breaking it into lines, and finding words in it."""
