package shop;

import dev.escapement.Tool;

// GENERATED shop.RefundSpec
/** Refund an order. */
@Tool
// WARNING ESC040 Declaration.COMPONENT(cents, Refund), Hint.PARAM_TAG
record Refund(int cents) {}
