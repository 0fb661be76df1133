"""What is read: files and documents become articles."""
