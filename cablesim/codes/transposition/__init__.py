"""The signs stay what they are and change their places."""
