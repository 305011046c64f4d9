"""Looking through the exercises that an author wrote, before a student sees one."""
