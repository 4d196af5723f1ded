"""Cases close to those an author wrote: their facts changed, one or two at a time, to values that might matter."""
