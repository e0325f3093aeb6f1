package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.CourtLoop shop.Court_AppealSpec shop.Court_RuleSpec shop.Desk_SendOrderSpec shop.Desk_SueSpec shop.DeskLoop shop.Shipping_AskDeskSpec shop.Shipping_ShipSpec
@Agent(maxDepth = 5)
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

  /** Ask the court. */
  @Tool record Sue() {}

  @Step Delegate<Court> sue(Sue call) { return CourtLoop.delegate("Help."); }
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

// a cycle of one agent, which sets the depth
@Agent(maxDepth = 2)
class Court {
  /** Decide. */
  @Tool record Rule() {}

  /** Appeal. */
  @Tool record Appeal() {}

  @Prompt String prompt() { return "Decide."; }

  @Step Finish<String> rule(Rule call) { return Finish.with("guilty"); }

  @Step Delegate<Court> appeal(Appeal call) { return CourtLoop.delegate("Decide again."); }
}
