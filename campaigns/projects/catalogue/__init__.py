"""What is offered to schools: projects, their editions by school year, their public pages."""
