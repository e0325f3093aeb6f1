package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_RefundSpec
// OPTION -Aescapement.lock=locks
@Agent
// NOTE ESC119 Desk, shop.Desk.lock, escapement.lock.write
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Refund an order. */
  @Tool record Refund(@Describe("Order number") String order) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void refund(Refund call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
