package shop;

import dev.escapement.Tool;

/** Look an order up. */
@Tool
// ERROR ESC001 LookUp, TypeFault.NOT_A_RECORD(TypeFault.CLASS)
class LookUp {
  String orderId;
}
