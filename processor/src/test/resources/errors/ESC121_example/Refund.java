package shop;

import dev.escapement.Tool;
import dev.escapement.Upcast;
import dev.escapement.json.JsonText;

/**
 * Refund an order.
 *
 * @param amountCents the amount in cents
 */
// GENERATED shop.RefundSpec
@Tool
record Refund(long amountCents) {

  // ERROR ESC121 toCents, version1
  @Upcast(from = "version1")
  static JsonText toCents(JsonText old) { return new JsonText("{\"amountCents\": 100}"); }
}
