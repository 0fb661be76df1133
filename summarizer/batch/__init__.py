"""A folder of articles, or a hundred thousand: durable, resumable, limited in rate and cost."""
