"""The four panes of a brief."""
