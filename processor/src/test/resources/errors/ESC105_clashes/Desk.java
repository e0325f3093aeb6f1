package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// ERROR ESC105 Desk, Outbox, Declaration.TOOLKIT(Mailbox), ToolkitClash.TOOL(SendMail)
// ERROR ESC105 Desk, Outbox, Declaration.TOOLKIT(Mailbox), ToolkitClash.PREFETCH(unread)
// ERROR ESC105 Desk, Door, Declaration.AGENT(Desk), ToolkitClash.TOOL_NAME(Close, Shut, close)
@Agent(toolkits = {Mailbox.class, Outbox.class, Door.class})
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
