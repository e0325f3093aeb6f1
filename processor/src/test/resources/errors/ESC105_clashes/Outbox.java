package shop;

import dev.escapement.Prefetch;
import dev.escapement.Step;
import dev.escapement.Toolkit;

@Toolkit
class Outbox {
  @Step void deliver(Mailbox.SendMail call) {}

  @Prefetch String unread() { return ""; }
}
