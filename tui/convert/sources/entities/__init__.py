"""Whom and what an article names: names of people and bodies, their places, whom a pronoun means."""
