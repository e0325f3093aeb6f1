package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_NoteSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() implements Next {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  sealed interface Next permits Close, Noted {}

  record Noted(int number) implements Next {}

  /** Take a note. */
  @Tool record Note() {}

  // ERROR ESC061 Declaration.STEP(note), Next, ToolFault.MIXED(Close, Noted), Hint.NONE
  @Step Next note(Note call) { return new Noted(1); }
}
