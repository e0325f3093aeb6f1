package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendOrderSpec
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

  // ERROR ESC092 sent, SendOrder, JoinFault.NO_STEP
  @Join String sent(SendOrder call, int parcels) { return "Sent."; }

  // ERROR ESC092 closed, Close, JoinFault.OTHER_RETURN_TYPE(close)
  @Join String closed(Close call, int parcels) { return "Closed."; }
}
