"""HTML pages become documents; nothing in them is run or fetched."""
