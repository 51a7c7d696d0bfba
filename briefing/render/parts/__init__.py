"""Parts of a page that several panes and pages share."""
