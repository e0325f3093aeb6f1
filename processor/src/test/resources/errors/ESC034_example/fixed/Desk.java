package shop;

import dev.escapement.Agent;
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

  @Step void refund(Refund call) {}

  @Gate Verdict review(Refund call) { return Verdict.proceed(); }
}
