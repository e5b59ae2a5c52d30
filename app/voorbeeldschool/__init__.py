"""A sample school for dev: fictional students with a story each, delivered through the register's own deliveries."""
