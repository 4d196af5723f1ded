"""The linter of policies: what is sound to the checker and yet makes a policy hard to read, to trust or to maintain."""
