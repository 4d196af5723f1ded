"""Rules and facts become verdicts, verdicts a report."""
