package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendOrderSpec shop.Shipping_AskDeskSpec shop.Shipping_ShipSpec
@Agent
// ERROR ESC095 Desk, [Desk, Shipping, Desk]
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
}

@Agent
// ERROR ESC095 Shipping, [Shipping, Desk, Shipping]
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  /** Ask the desk. */
  @Tool record AskDesk() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<Integer> ship(Ship call) { return Finish.with(1); }

  @Step Delegate<Desk> askDesk(AskDesk call) { return DeskLoop.delegate("Which order?"); }
}
