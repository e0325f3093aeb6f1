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
  record NoTool(String text) {}

  @Prompt String prompt() { return ""; }

  // ERROR ESC012 nothing, Hint.NONE
  @Step void nothing() {}

  // ERROR ESC012 text, Hint.NOT_A_TOOL(String)
  @Step void text(String text) {}

  // ERROR ESC012 record, Hint.NOT_YET_A_TOOL(NoTool)
  @Step void record(NoTool call) {}

  // ERROR ESC012 number, Hint.NOT_A_TOOL(int)
  @Step void number(int call) {}

  // ERROR ESC012 context, Hint.NOT_A_TOOL(StepContext)
  @Step void context(StepContext context) {}
}
