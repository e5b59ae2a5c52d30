"""The server and the questions of PostGraphile."""
