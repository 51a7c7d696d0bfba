"""Themes: which role is written in which colour."""
