"""The proof of a verdict: the conditions as the definition evaluates them, what decided, and what would change it."""
