package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.ModelOptions;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_NoteSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note() {}

  @ModelOptions(effort = "low")
  @Step String note(Note call) { return "noted"; }
}
