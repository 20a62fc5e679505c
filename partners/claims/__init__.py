"""A person asks to act for a body that is here already; its representative or the office decides."""
