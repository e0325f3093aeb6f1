package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.naming=snake_case
/** Refund an order. */
@Tool
record Refund() {}
