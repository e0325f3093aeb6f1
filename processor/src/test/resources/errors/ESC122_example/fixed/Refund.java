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

  @Upcast(from = "51c8aa0e27cd4f7d")
  static JsonText toAmount(JsonText old) { return new JsonText("{\"amount\": 1}"); }

  @Upcast(from = "3d76b3becf5d95c9")
  static JsonText toCents(JsonText old) { return new JsonText("{\"amountCents\": 100}"); }
}
