"""The measure of the durable bot against a bare one."""
