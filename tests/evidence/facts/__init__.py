"""Tests of what is found in a saved text without a brief."""
