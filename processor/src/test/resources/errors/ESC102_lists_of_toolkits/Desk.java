package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
@Agent(
    toolkits = {
      Mailbox.class,
      // ERROR ESC102 Desk, Mailbox, ToolkitFault.TWICE
      Mailbox.class,
      // ERROR ESC102 Desk, int, ToolkitFault.NOT_A_TOOLKIT
      int.class,
      // ERROR ESC102 Desk, "String[]", ToolkitFault.NOT_A_TOOLKIT
      String[].class
    })
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
