package shop;

import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Mailbox_DeleteMailSpec shop.Mailbox_DropMailSpec shop.Mailbox_SendMailSpec shop.Desk_CloseSpec
@Toolkit
class Mailbox {
  /** Delete a mail. */
  @Tool record DeleteMail() {}

  /** Drop a mail. */
  @Tool record DropMail() {}

  /** Send a mail. */
  @Tool record SendMail() {}

  // ERROR ESC022 delete, DeleteMail
  @Step(effect = Effect.DESTRUCTIVE) void delete(DeleteMail call) {}

  @Approval("Drop it?")
  // ERROR ESC074 drop, 2
  @Step(effect = Effect.DESTRUCTIVE, attempts = 2) void drop(DropMail call) {}

  // ERROR ESC014 send, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  @Step private void send(SendMail call) {}
}
