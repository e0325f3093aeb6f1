package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_NoteSpec
@Agent
// ERROR ESC068 Desk
class Desk {
  @Prompt String prompt() { return "Help the customer."; }

  /** Take a note. */
  @Tool record Note() {}

  @Step void note(Note call) {}
}
