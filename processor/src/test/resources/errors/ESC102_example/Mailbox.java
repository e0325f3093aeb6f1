package shop;

import dev.escapement.Tool;

// GENERATED shop.Mailbox_SendMailSpec
class Mailbox {
  /** Send a mail. */
  @Tool record SendMail() {}

  void send(SendMail call) {}
}
