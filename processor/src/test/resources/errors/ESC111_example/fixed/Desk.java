package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Ask the customer. */
  @Tool record Ask(@Describe("The question") String question) {}

  /** Search the answers of other customers. */
  @Tool record Search(@Describe("The question") String question) {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Pause<String> ask(Ask call) { return Pause.asking(call.question()); }

  @Step String search(Search call) { return "unknown"; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
