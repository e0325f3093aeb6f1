package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Refund an order. */
  @Tool record Refund(@Describe("Order number") String order) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void refund(Refund call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
