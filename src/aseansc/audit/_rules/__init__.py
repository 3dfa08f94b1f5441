"""The rules of the audit, one module for each family.

A rule takes the figures of a review and yields cases; `aseansc.audit._verdicts` gives each case its verdict. The table
of rules is in `aseansc.audit._audit`. A new check also needs a code in `CheckCode` and its label in `aseansc.labels`.
"""
