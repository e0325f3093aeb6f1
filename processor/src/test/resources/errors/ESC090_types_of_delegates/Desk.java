package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendFourSpec shop.Desk_SendOrderSpec shop.Desk_SendThreeSpec shop.Desk_SendTwoSpec shop.ShippingLoop shop.Shipping_ShipSpec
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

  @SuppressWarnings("rawtypes")
  // ERROR ESC090 send, Delegate, DelegateFault.NO_TYPE
  @Step Delegate send(SendOrder call) { return ShippingLoop.delegate(call.order()); }

  /** Send two orders. */
  @Tool record SendTwo() {}

  // ERROR ESC090 sendTwo, Delegate<?>, DelegateFault.NO_TYPE
  @Step Delegate<?> sendTwo(SendTwo call) { return ShippingLoop.delegate("2"); }

  /** Send three orders. */
  @Tool record SendThree() {}

  // ERROR ESC090 sendThree, Delegate<? extends Shipping>, DelegateFault.NO_TYPE
  @Step Delegate<? extends Shipping> sendThree(SendThree call) { return ShippingLoop.delegate("3"); }

  /** Send four orders. */
  @Tool record SendFour() {}

  // ERROR ESC090 sendFour, "Delegate<Shipping[]>", DelegateFault.NO_TYPE
  @Step Delegate<Shipping[]> sendFour(SendFour call) { throw new UnsupportedOperationException(); }
}

@Agent
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<Integer> ship(Ship call) { return Finish.with(1); }
}
