package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// ERROR ESC105 Desk, Chat, Declaration.TOOLKIT(Mailbox), ToolkitClash.TOOL_NAME(SendMail, SendMessage, send_mail)
@Agent(toolkits = {Mailbox.class, Chat.class})
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
