"""Getting the money: dated steps around each due day, what the contract allows, the deadlines of the law."""
