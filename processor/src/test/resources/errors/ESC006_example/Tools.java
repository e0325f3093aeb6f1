package shop;

import dev.escapement.Tool;

class Tools {
  /** Refund the order. */
  // ERROR ESC006 shop.Tools.Refund, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Tool private record Refund() {}
}
