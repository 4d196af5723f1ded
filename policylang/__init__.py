"""The policy language: text becomes a syntax tree, a checked program, and rules that run."""
