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

  @Upcast(from = "3d76b3becf5d95c9")
  // ERROR ESC120 toCents, MethodFault.NOT_STATIC, MethodRemedy.ADD_STATIC
  JsonText toCents(JsonText old) { return new JsonText("{\"amountCents\": 100}"); }
}
