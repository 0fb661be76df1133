"""The same work on several machines: shards, each run by itself, and what they made put together.

merge       the folders of several batches as one
└── parts   the folders: opened, held, and whether they belong together
"""
