"""The contact person (*referente*) of each school, confirmed every September."""
