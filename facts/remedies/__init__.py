"""What follows when the buyer doesn't pay, and who bears which risk."""
