"""The same where the finite verb stands second and the rest of it last, as in German."""
