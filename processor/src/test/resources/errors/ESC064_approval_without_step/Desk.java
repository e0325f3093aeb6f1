package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  // ERROR ESC064 forget
  @Approval
  void forget(Close call) {}

  @Approval("Really?") @Step Finish<String> close(Close call) { return Finish.with(""); }
}
