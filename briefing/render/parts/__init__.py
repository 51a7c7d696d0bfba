"""Parts that several panes and pages share."""
