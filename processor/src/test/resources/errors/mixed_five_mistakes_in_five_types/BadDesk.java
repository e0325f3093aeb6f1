package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@Agent(onText = OnText.FINISH)
class BadDesk {
  @Prompt String prompt() { return ""; }

  // ERROR ESC012 fifth, Hint.NONE
  @Step void fifth() {}

  /** The mistake in the tool is not told again here. */
  @Step void second(Tools.Second call) {}
}
