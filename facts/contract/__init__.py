"""The contract as a whole: kind, dates, price, goods, references, blanks."""
