package shop;

import dev.escapement.Tool;

/** Look up the order. */
// ERROR ESC003 look up, LookUp
@Tool(name = "look up")
record LookUp() {}
