package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_AskSpec
  @Tool record Ask() {}

  @Step void ask(Ask call) {}

  @Prompt String first() { return ""; }

  // ERROR ESC020 Desk
  @Prompt String second() { return ""; }

  // ERROR ESC020 Desk
  @Prompt String third() { return ""; }
}
