package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_NoteSpec shop.Desk_RefundSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Refund the order. */
  @Tool record Refund() {}

  /** Take a note. */
  @Tool record Note() {}

  // ERROR ESC067 Declaration.STEP(refund), [Hint.NAME(Note, Hint.NONE)]
  @Step Note refund(Refund call) { return new Note(); }
}
