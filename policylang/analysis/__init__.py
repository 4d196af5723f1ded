"""A checked program looked at without running it: what can never happen in it, and a case that shows each finding."""
