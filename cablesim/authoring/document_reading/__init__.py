"""Reading a telegram's document: what its lines seem to be, proposed and never repaired."""
