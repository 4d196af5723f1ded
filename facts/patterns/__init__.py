"""The `read` patterns of policies, matched in linear time."""
