"""The people of the office: who enters the admin, and with which roles."""
