package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  // ERROR ESC037 orders, MethodFault.RETURNS_NOTHING, MethodRemedy.RETURN_VALUE
  @Prefetch void orders() {}
}
