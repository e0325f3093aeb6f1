package shop;

import dev.escapement.Tool;

class Tools {
  /** Refund the order. */
  @Tool record Refund() {}
}
