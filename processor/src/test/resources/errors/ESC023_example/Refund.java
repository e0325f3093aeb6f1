package shop;

import dev.escapement.Tool;

// GENERATED shop.RefundSpec
// OPTION -Aescapement.naming=camelCase
// NOWHERE ERROR ESC023 escapement.naming, camelCase, [as_declared, snake_case]
/** Refund an order. */
@Tool
record Refund() {}
