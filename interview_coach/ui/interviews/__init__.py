"""The interviews page, the page of one opportunity, and the dialogs that write both."""
