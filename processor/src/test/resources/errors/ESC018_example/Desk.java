package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;

@Agent(onText = OnText.FINISH)
// ERROR ESC018 Desk
class Desk {
  @Prompt String prompt() { return "Help the customer."; }
}
