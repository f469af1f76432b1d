"""How each format of the library is made of the one before it: a module a step, never changed once it has landed."""
