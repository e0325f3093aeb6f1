package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import jakarta.transaction.Transactional;

@Agent
class Desk {
  static class RefundRefused extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Refund an order. */
  @Tool record Refund(@Describe("The order") String orderId) {}

  @Transactional(rollbackOn = RefundRefused.class)
  @Step String refund(Refund call) throws RefundRefused {
    throw new RefundRefused();
  }
}
