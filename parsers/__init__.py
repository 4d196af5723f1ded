"""Files become documents. Nothing here knows what a contract or a rule is."""
