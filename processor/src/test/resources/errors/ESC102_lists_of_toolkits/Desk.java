package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// ERROR ESC102 Desk, Mailbox, ToolkitFault.TWICE
// ERROR ESC102 Desk, int, ToolkitFault.NOT_A_TOOLKIT
// ERROR ESC102 Desk, "String[]", ToolkitFault.NOT_A_TOOLKIT
@Agent(toolkits = {Mailbox.class, Mailbox.class, int.class, String[].class})
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
