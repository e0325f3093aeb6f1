package shop;

import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Mailbox_SendMailSpec
@Toolkit
class Mailbox {
  /** Send a mail. */
  @Tool record SendMail() {}

  @Step void send(SendMail call) {}

  // ERROR ESC101 prompt, Prompt, Mailbox
  @Prompt String prompt() { return "Write short mails."; }
}
