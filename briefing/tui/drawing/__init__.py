"""What the screen shows, as lines and rectangles. Pure: no widget, no Textual."""
