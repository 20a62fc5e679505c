"""What leaves the site for other programs: feeds, calendars, structured data, previews of links.

Only what anybody may read, and nothing that is delicate: who subscribes or shares leaves traces elsewhere.
"""
