"""Small inputs that were once read wrongly, refused without need, or reported although true; each is an example of its kind.

Cases that a later version is to handle are marked as strict expected failures, with the topic as their reason.
"""
