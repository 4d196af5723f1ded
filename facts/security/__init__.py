"""What secures the price: deposit, guarantee, title, letter of credit."""
