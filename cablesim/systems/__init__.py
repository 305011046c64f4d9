"""What a teaching system is: its parameters, its conventions, its sheet; no system itself."""
