"""The alphabet changes from letter to letter, as a key says."""
