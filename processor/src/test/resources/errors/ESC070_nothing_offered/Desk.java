package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
// ERROR ESC070 Desk
@Agent class Desk {
  // GENERATED shop.Desk_AskSpec shop.Desk_CloseSpec
  @Tool record Ask() {}
  @Tool record Close() {}

  @Prompt String prompt() { return ""; }

  @Step(offered = false) void ask(Ask call) {}

  @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
}
