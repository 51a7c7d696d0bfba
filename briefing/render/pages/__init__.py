"""The pages that lie over the reading screen, and those that commands print."""
