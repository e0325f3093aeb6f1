package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// ERROR ESC107 Desk, SendMails, WithheldFault.NO_STEP(Hint.DID_YOU_MEAN(SendMail))
// ERROR ESC107 Desk, Lamp, WithheldFault.NO_STEP(Hint.NONE)
// ERROR ESC107 Desk, Mailbox, WithheldFault.NOT_A_TOOL
// ERROR ESC107 Desk, long, WithheldFault.NOT_A_TOOL
@Agent(toolkits = Mailbox.class, withheld = {Mailbox.SendMail.class, SendMails.class, Lamp.class, Mailbox.class, long.class})
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
