"""Who is who: the parties, the words the contract calls them by, and what they do."""
