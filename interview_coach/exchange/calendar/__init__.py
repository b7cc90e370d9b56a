"""Calendar files (iCalendar, RFC 5545): invitations read, interviews written."""
