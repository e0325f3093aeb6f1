package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Desk_CloseSpec shop.DeskLoop
@Toolkit
@Agent
// ERROR ESC100 Desk, TypeFault.AGENT
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
