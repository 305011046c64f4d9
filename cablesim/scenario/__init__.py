"""Files that instructors write, read into values, and one run of them."""
