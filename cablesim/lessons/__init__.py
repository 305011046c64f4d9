"""What a learner does, without any screen."""
