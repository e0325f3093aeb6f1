package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Upcast;
import dev.escapement.json.JsonText;

// OPTION -Aescapement.lock=locks
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  /** Refund an order. */
  @Tool record Refund(
      @Describe("Order number") String order,
      @Describe("Amount in cents") long cents) {

    @Upcast(from = "34d661b77b3ebf0b")
    static JsonText withAmount(JsonText old) {
      return new JsonText(old.json().replace("}", ",\"cents\":100}"));
    }
  }

  @Prompt String prompt() { return "Help the customer."; }

  @Step void refund(Refund call) {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
