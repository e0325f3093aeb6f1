package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@SuppressWarnings("ESC040")
// ERROR ESC019 Desk
@Agent(onText = OnText.FINISH) class Desk {
  // GENERATED shop.Desk_AskSpec
  @Tool record Ask() {}

  @Step void ask(Ask call) {}
}
