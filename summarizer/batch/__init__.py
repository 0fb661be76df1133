"""A folder of articles, or a hundred thousand: durable, resumable, within its pace and its budget."""
