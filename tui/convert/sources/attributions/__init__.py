"""Who says which words in a sentence, by its cue: the speaker, what is given to them, in what form it was said."""
