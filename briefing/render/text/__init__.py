"""Text on a terminal: its width, its lines, and words found in it."""
