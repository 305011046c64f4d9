"""What must hold of a scenario beyond the shape of its files, proved from the tables as written."""
