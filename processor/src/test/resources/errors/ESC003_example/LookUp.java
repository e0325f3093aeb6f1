package shop;

import dev.escapement.Tool;

/** Look the order up. */
// ERROR ESC003 look up, LookUp
@Tool(name = "look up")
record LookUp() {}
