package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent(maxSteps = 2)
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step(offered = false) Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note() {}

  @Step Close note(Note call) { return new Close(); }
}
