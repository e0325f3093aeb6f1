package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_RefundSpec
// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Refund an order. */
  @Tool record Refund(
      @Describe("Order number") String order,
      // ERROR ESC112 refund, [SchemaChange.ADDED($.cents)], 34d661b77b3ebf0b, Refund, shop.Desk.lock
      @Describe("Amount in cents") long cents) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void refund(Refund call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
