"""Noun phrases and the subject that a verb belongs to."""
