package shop;

import dev.escapement.Agent;
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

  @Step(
      // ERROR ESC073 one, attempts, -1, Expectation.STEP_ATTEMPTS
      attempts = -1,
      // ERROR ESC073 one, maxResultLength, 99, Expectation.STEP_RESULT_LENGTH(100)
      maxResultLength = 99)
  void one(One call) {}

  // ERROR ESC073 two, maxResultLength, -100, Expectation.STEP_RESULT_LENGTH(100)
  @Step(effect = Effect.READ, attempts = 1, maxResultLength = -100) void two(Two call) {}

  @Step(attempts = 0, maxResultLength = 0) void three(Three call) {}
}
