"""The company's own records of the customer, the deal and its approvals become facts."""
