"""Tables in: CSV, workbooks, and the zips that other trackers export."""
