package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.loop.StepContext;

@SuppressWarnings("ESC040")
class Desk {
  // GENERATED shop.Desk_AskSpec
  @Tool record Ask() {}

  // ERROR [ESC015] prompt is annotated with @Prompt, but Desk is no agent … Annotate the class with @Agent
  @Prompt String prompt() { return ""; }

  // ERROR [ESC015] ask is annotated with @Step, but Desk is no agent
  @Step void ask(Ask call) {}

  interface Base {
    // ERROR [ESC015] ask is annotated with @Step, but Base is no agent
    @Step void ask(Ask call);
  }
}
