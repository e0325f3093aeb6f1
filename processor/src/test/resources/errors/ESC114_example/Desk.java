package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  enum Outcome { SOLVED, UNSOLVED }

  @Prompt String prompt() { return "Help the customer."; }

  // ERROR ESC114 close, [SchemaChange.VALUE($, "\"REFUSED\"")], 06e9b9cbbad7d83a, shop.Desk.lock
  @Step Finish<Outcome> close(Close call) { return Finish.with(Outcome.SOLVED); }
}
