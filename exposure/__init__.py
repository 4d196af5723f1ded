"""The deal in time: when goods go out, when money is due and comes in, and what stands open in between."""
