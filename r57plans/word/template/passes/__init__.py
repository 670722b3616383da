"""A template's parts made ready, pass by pass: Word's XML becomes a tree with marks for tags."""
