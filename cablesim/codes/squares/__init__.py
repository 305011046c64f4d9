"""Letters in squares: pairs, coordinates, and coordinates torn apart."""
