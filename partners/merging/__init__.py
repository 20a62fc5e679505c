"""Two records of the same body become one, and can become two again."""
