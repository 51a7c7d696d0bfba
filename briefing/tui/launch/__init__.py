"""What is drawn before Textual is there, and kept for the next start."""
