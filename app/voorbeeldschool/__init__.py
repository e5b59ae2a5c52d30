"""The sample school: fictional students, one story each, delivered at every start as schools would deliver them."""
