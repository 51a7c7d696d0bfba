"""What the reader has at hand: rows, marks, versions, search results, the navigation history."""
