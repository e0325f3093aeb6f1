package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@Agent(onText = OnText.FINISH)
class GoodDesk {
  @Prompt String prompt() { return ""; }

  @Step Tools.Order fine(Tools.Fine call) { return new Tools.Order(""); }
}
