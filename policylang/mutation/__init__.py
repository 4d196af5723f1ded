"""A policy changed in small ways: which of its mutants do the examples notice?"""
