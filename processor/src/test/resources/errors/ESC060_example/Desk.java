package shop;

import dev.escapement.Agent;
import dev.escapement.Context;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  @Context String customer(AgentThread thread) { return "A customer since 2020."; }

  // ERROR ESC060 Desk
  @Context String shop(AgentThread thread) { return "The shop is open."; }
}
