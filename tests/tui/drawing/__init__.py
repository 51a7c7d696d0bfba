"""Lines and rectangles of the screen, without widgets."""
