package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}

  @Prompt String prompt() { return ""; }

  @Approval
  // ERROR ESC074 one, 0
  @Step(effect = Effect.DESTRUCTIVE, attempts = 0) void one(One call) {}

  @Approval
  // ERROR ESC074 two, -3
  @Step(effect = Effect.DESTRUCTIVE, attempts = -3) void two(Two call) {}

  @Step(effect = Effect.TRANSACTIONAL, attempts = 5) void three(Three call) {}
}
