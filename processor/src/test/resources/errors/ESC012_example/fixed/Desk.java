package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note(@Describe("Note text") String text) {}

  @Step void note(Note call) {}
}
