package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// ERROR ESC009 Desk, shop.DeskLoop
@Agent(onText = OnText.FINISH) class Desk {
  // GENERATED shop.Desk_AskSpec
  @Tool record Ask() {}

  @Prompt
  String prompt() {
    return "";
  }

  @Step
  void ask(Ask call) {}
}
