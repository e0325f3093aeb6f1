package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
@Agent(
    toolkits = Mailbox.class,
    withheld = {
      Mailbox.SendMail.class,
      // ERROR ESC107 Desk, SendMails, WithheldFault.NO_STEP(Hint.DID_YOU_MEAN(SendMail))
      SendMails.class,
      // ERROR ESC107 Desk, Lamp, WithheldFault.NO_STEP(Hint.NONE)
      Lamp.class,
      // ERROR ESC107 Desk, Mailbox, WithheldFault.NOT_A_TOOL
      Mailbox.class,
      // ERROR ESC107 Desk, long, WithheldFault.NOT_A_TOOL
      long.class
    })
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
