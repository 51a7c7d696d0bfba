"""Pages that cover the reading screen, and those that commands print."""
