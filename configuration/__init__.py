"""What a user sets once for all runs: presign.toml, `[tool.presign]` in pyproject.toml, and the environment."""
