package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Delete the customer's data. */
  @Tool record Forget() {}

  @Approval @Step(effect = Effect.DESTRUCTIVE) void forget(Forget call) {}
}
