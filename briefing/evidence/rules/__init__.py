"""The rules of the checker: each compares one thing that a claim says with the words that it cites."""
