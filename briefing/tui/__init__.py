"""The reader on the screen, and the only code that knows Textual. Importing this package imports nothing yet."""
