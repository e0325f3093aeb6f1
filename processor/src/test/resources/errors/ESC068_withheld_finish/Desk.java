package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent(toolkits = Closing.class, withheld = Closing.CloseCase.class)
// ERROR ESC068 Desk
class Desk {
  /** Write a note. */
  @Tool record Note() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step void note(Note call) {}
}
