package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_NoteSpec shop.Desk_RememberSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note() {}

  /** Save a note for the next case. */
  @Tool(name = "note") record Remember() {}

  @Step void note(Note call) {}

  // ERROR ESC017 Note, Remember, note
  @Step void remember(Remember call) {}
}
