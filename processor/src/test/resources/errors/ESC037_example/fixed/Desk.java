package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.util.List;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  @Prefetch List<String> orders() { return List.of("A-1042"); }
}
