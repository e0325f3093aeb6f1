package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendSpec
// OPTION -Aescapement.lock=locks
@Agent
// ERROR ESC110 Desk, write, shop.Desk.lock, Hint.NONE
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Send an e-mail. */
  @Tool record Send(@Describe("The text") String text) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void send(Send call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
