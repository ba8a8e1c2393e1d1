"""Noun phrases that say what somebody or something is, without a verb."""
