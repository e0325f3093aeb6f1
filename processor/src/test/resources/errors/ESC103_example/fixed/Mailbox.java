package mail;

import dev.escapement.Step;
import dev.escapement.Toolkit;

@Toolkit
public class Mailbox {
  @Step public void send(SendMail call) {}
}
