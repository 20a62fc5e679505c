"""The logo of a body: uploaded by its people, public only where the body shows it."""
