"""Finding what a folder has that the index does not know yet."""
