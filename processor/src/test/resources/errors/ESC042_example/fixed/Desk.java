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

  static class NoteTooLong extends Exception {
    NoteTooLong() { super("The note has more than 1000 characters."); }
  }

  @Step void note(Note call) throws NoteTooLong {}
}
