"""The machine: folders, settings, log, background work, clipboard, opener, thumbnails, style sheets, start-up."""
