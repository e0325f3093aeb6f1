package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendOrderSpec shop.ShippingLoop shop.Shipping_ShipSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /**
   * Send the order.
   *
   * @param order the number of the order
   */
  @Tool record SendOrder(String order) {}

  @Step Delegate<Shipping> send(SendOrder call) { return ShippingLoop.delegate(call.order()); }

  // ERROR ESC091 a, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_CALL_AND_RESULT
  @Join String a() { return ""; }

  // ERROR ESC091 b, MethodFault.TAKES(String, ToolFault.NOT_A_TOOL), MethodRemedy.TAKE_CALL_AND_RESULT
  @Join String b(String call, int parcels) { return ""; }

  // ERROR ESC091 c, MethodFault.RESULT_MISSING, MethodRemedy.TAKE_CALL_AND_RESULT
  @Join String c(SendOrder call) { return ""; }

  @Join String d(SendOrder call, int parcels,
      // ERROR ESC091 d, MethodFault.UNKNOWN_PARAMETER(more), MethodRemedy.ONLY_CALL_AND_RESULT
      int more) { return ""; }

  // ERROR ESC091 e, MethodFault.RETURNS(Finish<String>), MethodRemedy.RETURN_TOOL_OR_VALUE
  @Join Finish<String> e(SendOrder call, int parcels) { return Finish.with(""); }

  // ERROR ESC091 f, MethodFault.RETURNS(Pause<String>), MethodRemedy.RETURN_TOOL_OR_VALUE
  @Join Pause<String> f(SendOrder call, int parcels) { return Pause.asking(""); }

  // ERROR ESC091 g, MethodFault.RETURNS(Delegate<Shipping>), MethodRemedy.RETURN_TOOL_OR_VALUE
  @Join Delegate<Shipping> g(SendOrder call, int parcels) { return ShippingLoop.delegate(""); }

  // ERROR ESC091 h, MethodFault.STATIC, MethodRemedy.NOT_STATIC
  @Join static String h(SendOrder call, int parcels) { return ""; }
}

@Agent
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<Integer> ship(Ship call) { return Finish.with(1); }
}
