"""What the keys of the reader do."""
