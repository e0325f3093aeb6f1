package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Refund the order. */
  @Tool record Refund() {}

  @Step(effect = Effect.DESTRUCTIVE) void refund(Refund call) {}

  @Gate Verdict review(Refund call) { return Verdict.ask("Refund the order?"); }

  /** Delete the customer's account. */
  @Tool record DeleteAccount() {}

  @Approval("Delete the account?") @Step(effect = Effect.DESTRUCTIVE) void delete(DeleteAccount call) {}
}
