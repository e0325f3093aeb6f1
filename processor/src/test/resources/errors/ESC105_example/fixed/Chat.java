package shop;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

@Toolkit
class Chat {
  /** Send a message. */
  @Tool record SendMessage() {}

  @Step void send(SendMessage call) {}
}
