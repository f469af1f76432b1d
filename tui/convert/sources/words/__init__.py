"""The words of a line as all that follows reads them: tokens, quotations, sentences, parts of speech, kinds of noun."""
