"""What words say of a thing: denial, direction, modality, period, who does what."""
