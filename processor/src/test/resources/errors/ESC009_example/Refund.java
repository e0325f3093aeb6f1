package shop;

import dev.escapement.Tool;

/** Refund an order. */
@Tool
// ERROR ESC009 Refund, shop.RefundSpec
record Refund() {}

class RefundSpec {}
