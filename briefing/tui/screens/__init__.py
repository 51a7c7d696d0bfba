"""Screens: each composes widgets."""
