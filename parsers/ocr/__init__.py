"""Text recognition: pages that are pictures become words with places and confidences."""
