"""Numbers in a text: how they are written, what they count, and whether they carry a figure."""
