"""The yearly confirmation of a body's data in the municipal register."""
