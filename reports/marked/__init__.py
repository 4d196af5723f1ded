"""The contract given back with the findings at the words they speak of: Word comments, PDF highlights."""
