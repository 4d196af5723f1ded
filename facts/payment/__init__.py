"""The payment schedule and every condition on it."""
