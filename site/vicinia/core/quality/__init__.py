"""What is wrong with a page before readers find out: rules over its words and its markup."""
