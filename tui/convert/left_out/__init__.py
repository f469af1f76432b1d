"""What the converter took for none of the article: noted where it is dropped, told beside the article."""
