"""A contract beside the template it was made from: clause by clause, and what each deviation does to the verdicts."""
