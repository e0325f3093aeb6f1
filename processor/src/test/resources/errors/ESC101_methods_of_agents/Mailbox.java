package shop;

import dev.escapement.Context;
import dev.escapement.Toolkit;
import dev.escapement.Trigger;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import java.util.List;

@Toolkit
class Mailbox {
  // ERROR ESC101 received, Trigger, Mailbox
  @Trigger String received(String mail) { return mail; }

  // ERROR ESC101 messages, Context, Mailbox
  @Context List<Message> messages(AgentThread thread) { return List.of(); }
}
