"""For the press: inks, black, spots, flattening, PDF/X, marks and proofs."""
