"""Word documents (Office Open XML, ECMA-376): the package, its numbering and its notes, as Word shows them."""
