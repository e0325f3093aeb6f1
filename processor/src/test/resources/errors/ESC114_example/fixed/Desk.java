package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  enum Outcome { SOLVED, UNSOLVED, REFUSED, FORWARDED }

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<Outcome> close(Close call) { return Finish.with(Outcome.SOLVED); }
}
