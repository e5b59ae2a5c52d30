"""A synthetic national register: fictional persons with the deliveries that made them, for load tests and demos."""
