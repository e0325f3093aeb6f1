package mail;

import dev.escapement.Step;
import dev.escapement.Toolkit;

// GENERATED mail.SendMailSpec
@Toolkit
public class Mailbox {
  @Step void send(SendMail call) {}
}
