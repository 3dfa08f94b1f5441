"""Small inputs that were once read wrongly, refused without need, or accused although true; each stands for its kind.

Cases that a later version is to handle are marked as strict expected failures, with the topic as their reason.
"""
