"""The rules of the audit, one module for each family. A rule takes the figures of a review and yields checks."""
