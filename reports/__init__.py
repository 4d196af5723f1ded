"""Renderers: one format a module, each reads a report and writes a stream."""
