package shop;

import dev.escapement.Tool;

/** Refund an order. */
@Tool
record Refund() {}

class RefundRules {}
