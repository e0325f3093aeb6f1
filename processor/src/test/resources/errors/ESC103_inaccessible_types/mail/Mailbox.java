package mail;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED mail.Mailbox_SendMailSpec mail.Mailbox_ReadMailSpec mail.Mailbox_FindMailSpec
@Toolkit
public class Mailbox {
  /** Send a mail. */
  @Tool record SendMail() {}

  /** Read a mail. */
  @Tool public record ReadMail() {}

  /** Find a mail. */
  @Tool public record FindMail() {}

  record Mail(String text) {}

  public static class NotFound extends Exception {}

  static class Broken extends Exception {}

  @Step protected void send(SendMail call) {}

  @Step public Mail read(ReadMail call) { return new Mail(""); }

  @Step public String find(FindMail call) throws NotFound, Broken { return ""; }
}
