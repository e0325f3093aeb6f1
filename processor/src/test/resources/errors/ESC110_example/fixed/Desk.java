package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Send an e-mail. */
  @Tool(formerly = "write") record Send(@Describe("The text") String text) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void send(Send call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
