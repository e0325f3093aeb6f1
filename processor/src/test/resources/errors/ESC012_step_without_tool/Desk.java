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

  // ERROR [ESC012] The step nothing has no tool: its first parameter must be a record annotated with @Tool. The model
  @Step void nothing() {}

  // ERROR [ESC012] The step text has no tool … and String is none
  @Step void text(String text) {}

  // ERROR [ESC012] The step record has no tool … and NoTool is none. Annotate NoTool with @Tool
  @Step void record(NoTool call) {}

  // ERROR [ESC012] The step number has no tool … and int is none
  @Step void number(int call) {}

  // ERROR [ESC012] The step context has no tool … and StepContext is none
  @Step void context(StepContext context) {}
}
