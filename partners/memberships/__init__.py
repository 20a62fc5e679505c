"""Who acts for a body: roles, how they change, and the guard of the last legal representative."""
