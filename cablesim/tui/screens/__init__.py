"""What a person sees, one screen a file."""
