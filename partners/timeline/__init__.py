"""What happened to a body, as the office reads it."""
