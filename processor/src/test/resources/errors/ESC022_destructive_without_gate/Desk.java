package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.loop.StepContext;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_AskSpec shop.Desk_DropSpec shop.Desk_BurnSpec
  @Tool record Ask() {}
  @Tool record Drop() {}
  @Tool record Burn() {}

  @Prompt String prompt() { return ""; }

  @Step(effect = Effect.READ) void ask(Ask call) {}

  // ERROR [ESC022] The step drop is DESTRUCTIVE and has no gate
  @Step(effect = Effect.DESTRUCTIVE) void drop(Drop call) {}

  @Step(
      // ERROR [ESC022] The step burn is DESTRUCTIVE and has no gate
      effect = Effect.DESTRUCTIVE)
  void burn(Burn call) {}
}
