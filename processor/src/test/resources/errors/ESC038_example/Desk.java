package shop;

import dev.escapement.Agent;
import dev.escapement.Context;
import dev.escapement.Finish;
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

  // ERROR ESC038 context, MethodFault.THREAD_MISSING, MethodRemedy.TAKE_THREAD
  @Context String context(boolean lastRequest) { return "A customer since 2020."; }
}
