package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

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

  @Join String sent(SendOrder call, Integer parcels) { return "Sent " + parcels + " parcels."; }
}

@Agent
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<Integer> ship(Ship call) { return Finish.with(1); }
}
