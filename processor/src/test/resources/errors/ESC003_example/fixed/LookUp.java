package shop;

import dev.escapement.Tool;

/** Look the order up. */
@Tool(name = "look_up")
record LookUp() {}
