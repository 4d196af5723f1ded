"""Reports as HTML pages: complete in one file, no script, nothing fetched, everything escaped."""
