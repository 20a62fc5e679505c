"""Objects for tests, one module an app: plain, valid, with nothing that the test does not ask for."""
