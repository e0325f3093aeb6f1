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

  @Upcast(from = "1000000000000000")
  // ERROR ESC120 hidden, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  private static JsonText hidden(JsonText old) { return old; }

  @Upcast(from = "2000000000000000")
  // ERROR ESC120 generic, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  static <T> JsonText generic(JsonText old) { return old; }

  @Upcast(from = "3000000000000000")
  // ERROR ESC120 throwing, MethodFault.EXCEPTION, MethodRemedy.NO_EXCEPTION
  static JsonText throwing(JsonText old) throws java.io.IOException { return old; }

  @Upcast(from = "4000000000000000")
  // ERROR ESC120 ofText, MethodFault.NO_CONVERSION, MethodRemedy.CONVERT_JSON
  static JsonText ofText(String old) { return new JsonText(old); }

  @Upcast(from = "5000000000000000")
  // ERROR ESC120 toText, MethodFault.NO_CONVERSION, MethodRemedy.CONVERT_JSON
  static String toText(JsonText old) { return old.json(); }

  @Upcast(from = "6000000000000000")
  // ERROR ESC120 ofTwo, MethodFault.NO_CONVERSION, MethodRemedy.CONVERT_JSON
  static JsonText ofTwo(JsonText old, JsonText other) { return old; }
}
