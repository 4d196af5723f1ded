"""PDF documents, read from their characters and lines."""
