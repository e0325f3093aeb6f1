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

  @Prompt String prompt() { return ""; }

  @Step void ask(Ask call) {}

  // ERROR ESC016 ask, askAgain, Ask
  @Step void askAgain(Ask call) {}
}
