"""How good a customer is: a score by the company's tables, a grade, a limit and days, each with its reasons."""
