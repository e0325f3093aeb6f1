package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_AskSpec shop.Desk_CloseSpec
// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Ask the customer. */
  @Tool record Ask(@Describe("The question") String question) {}

  @Prompt String prompt() { return "Help the customer."; }

  // ERROR ESC111 ask, pauses, returns, shop.Desk.lock
  @Step String ask(Ask call) { return "unknown"; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
