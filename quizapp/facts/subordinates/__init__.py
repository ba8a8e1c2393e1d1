"""What relatives, participles and adverbial clauses have in common: a predicate that lacks its
subject or its verb form, and the clause that governs it."""
