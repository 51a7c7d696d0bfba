"""The manual: pages of reference made from the tables of the program, printed on a terminal and as man pages."""
