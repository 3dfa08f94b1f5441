"""The data of a document of a review as plain Python objects, which every format reads and writes."""
