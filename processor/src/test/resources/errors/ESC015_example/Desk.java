package shop;

import dev.escapement.Prompt;

class Desk {
  // ERROR ESC015 prompt, Prompt, Desk
  @Prompt String prompt() { return "Help the customer."; }
}
