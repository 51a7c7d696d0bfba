"""Numbers in a text: how they are written, what they count, and whether they agree with a figure."""
