package shop;

import dev.escapement.Agent;
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
  @Tool record Note() {}

  /** Save a note for the next case. */
  @Tool record Remember() {}

  @Step void note(Note call) {}

  @Step void remember(Remember call) {}
}
