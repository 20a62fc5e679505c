"""Loading the ministry's registry of schools: state, private accredited, autonomous provinces."""
