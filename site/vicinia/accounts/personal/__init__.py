"""What the platform holds about a person, shown to that person: page, JSON, PDF (GDPR arts. 15 and 20)."""
