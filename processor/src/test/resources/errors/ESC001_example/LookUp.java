package shop;

import dev.escapement.Tool;

/** Look up an order. */
@Tool
// ERROR ESC001 LookUp, TypeFault.NOT_A_RECORD(TypeFault.CLASS)
class LookUp {
  String orderId;
}
