package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
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

  // ERROR ESC096 send, Shipping
  @Step(effect = Effect.TRANSACTIONAL)
  Delegate<Shipping> send(SendOrder call) { return ShippingLoop.delegate(call.order()); }
}

@Agent
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<Integer> ship(Ship call) { return Finish.with(1); }
}
