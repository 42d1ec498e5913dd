"""The rules of the review, one file for each reason to look twice at a file."""
