"""Classes that take part: places, waiting lists, and the teacher's way through it."""
