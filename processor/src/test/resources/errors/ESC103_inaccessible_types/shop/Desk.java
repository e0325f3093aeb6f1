package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
// ERROR ESC103 Desk, Mailbox, Declaration.STEP(send), TypeFault.NOT_PUBLIC, Declaration.PACKAGE(shop)
// ERROR ESC103 Desk, Mailbox, Declaration.USED_TYPE(mail.Mailbox.SendMail, Declaration.STEP(send)), TypeFault.NOT_PUBLIC, Declaration.PACKAGE(shop)
// ERROR ESC103 Desk, Mailbox, Declaration.USED_TYPE(mail.Mailbox.Mail, Declaration.STEP(read)), TypeFault.NOT_PUBLIC, Declaration.PACKAGE(shop)
// ERROR ESC103 Desk, Mailbox, Declaration.USED_TYPE(mail.Mailbox.Broken, Declaration.STEP(find)), TypeFault.NOT_PUBLIC, Declaration.PACKAGE(shop)
// ERROR ESC103 Desk, Outbox, Declaration.PREFETCH(unsent), TypeFault.NOT_PUBLIC, Declaration.PACKAGE(shop)
@Agent(toolkits = {mail.Mailbox.class, mail.Outbox.class})
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
