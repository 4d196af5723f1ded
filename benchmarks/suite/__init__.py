"""The suite: what is measured, run and written down as JSON and as a page of the documentation."""
