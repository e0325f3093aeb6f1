package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Pause;
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

  /** Ask the customer. */
  @Tool record Ask(@Describe("The question") String question) {}

  record Answer(String text, boolean satisfied) {
    @Upcast(from = "b85983871c13bf43")
    static JsonText satisfied(JsonText old) {
      return new JsonText(old.json().replace("}", ",\"satisfied\":true}"));
    }
  }

  @Prompt String prompt() { return "Help the customer."; }

  @Step Pause<Answer> ask(Ask call) { return Pause.asking(call.question()); }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
