package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_RefundSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Refund the order. */
  @Tool record Refund() {}

  @Step void refund(Refund call) {}

  // ERROR ESC034 review, MethodFault.RETURNS(boolean), MethodRemedy.RETURN_VERDICT
  @Gate boolean review(Refund call) { return true; }
}
