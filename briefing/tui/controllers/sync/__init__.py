"""Keeping the list in step with the folder while it is read."""
