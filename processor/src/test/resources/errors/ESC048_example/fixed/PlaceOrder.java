package shop;

import dev.escapement.Codec;
import dev.escapement.Naming;
import dev.escapement.Tool;

/**
 * Place an order.
 *
 * @param newLine the first line
 */
@Tool(naming = Naming.SNAKE_CASE)
record PlaceOrder(OrderLine newLine) {
  /**
   * A line.
   *
   * @param skuCode the article
   */
  @Codec(naming = Naming.SNAKE_CASE)
  record OrderLine(String skuCode) {}
}
