"""The rules of the checker. Each compares one aspect of a claim with the words that it cites."""
