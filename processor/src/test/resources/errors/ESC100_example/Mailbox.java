package shop;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Mailbox_SendMailSpec
@Toolkit
// ERROR ESC100 Mailbox, TypeFault.ABSTRACT
abstract class Mailbox {
  /** Send a mail. */
  @Tool record SendMail() {}

  @Step void send(SendMail call) {}
}
