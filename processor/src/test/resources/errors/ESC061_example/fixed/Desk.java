package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() implements Next {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  sealed interface Next permits Close, Inform {}

  /** Inform the customer. */
  @Tool record Inform() implements Next {}

  /** Take a note. */
  @Tool record Note() {}

  @Step Next note(Note call) { return new Inform(); }

  @Step void inform(Inform call) {}
}
