package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent(onText = OnText.FINISH)
class Desk {
  @Prompt String prompt() { return "Help the customer."; }

  /** Take a note. */
  @Tool record Note() {}

  @Step void note(Note call) {}
}
