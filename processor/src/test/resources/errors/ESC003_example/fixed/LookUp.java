package shop;

import dev.escapement.Tool;

/** Look up the order. */
@Tool(name = "look_up")
record LookUp() {}
