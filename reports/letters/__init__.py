"""Letters of a collection plan as Word documents, by templates the company can replace."""
