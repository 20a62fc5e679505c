"""The public interface for programs: campaigns, events, projects, calls and services, as people read them."""
