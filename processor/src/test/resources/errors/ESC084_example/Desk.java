package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.ModelOptions;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_NoteSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  // ERROR ESC084 Declaration.STEP(close), OptionsFault.FINISHES
  @ModelOptions(effort = "low")
  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note() {}

  @Step String note(Note call) { return "noted"; }
}
