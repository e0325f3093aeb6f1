package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_PaySpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Pay an invoice. */
  @Tool record Pay() {}

  @Approval
  // ERROR ESC074 pay, 2
  @Step(effect = Effect.DESTRUCTIVE, attempts = 2) String pay(Pay call) { return "paid"; }
}
