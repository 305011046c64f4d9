"""Reading an answer as it was meant: figures, words, numbers, days, times, fields of a form."""
