package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Leniency;
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

  /** Pay the invoice. */
  @Tool(lenient = Leniency.QUOTED_SCALARS) record Pay(@Describe("Amount in cents") int cents) {}

  // ERROR ESC025 pay, WRITE, Pay
  @Step void pay(Pay call) {}
}
