package shop;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Chat_SendMessageSpec
@Toolkit
class Chat {
  /** Send a message. */
  @Tool(name = "send_mail") record SendMessage() {}

  @Step void send(SendMessage call) {}
}
