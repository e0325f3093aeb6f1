package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  // ERROR ESC036 nightly, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_PAYLOAD
  @Trigger String nightly() { return "Summarize the day."; }
}
