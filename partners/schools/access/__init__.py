"""Who may act for a school: a person asks, the institute or the office decides, the person leaves."""
