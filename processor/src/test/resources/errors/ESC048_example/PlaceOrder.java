package shop;

import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;

/**
 * Place an order.
 *
 * @param newLine the first line
 */
// GENERATED shop.PlaceOrderSpec shop.PlaceOrder_OrderLineCodec
@Tool(naming = Naming.SNAKE_CASE)
// WARNING ESC048 Declaration.COMPONENT(newLine, PlaceOrder), OrderLine, "@Codec(naming = Naming.SNAKE_CASE)", "@Codec(naming = Naming.AS_DECLARED)"
record PlaceOrder(OrderLine newLine) {
  /**
   * A line.
   *
   * @param skuCode the article
   */
  @Codec
  record OrderLine(String skuCode) {}
}
