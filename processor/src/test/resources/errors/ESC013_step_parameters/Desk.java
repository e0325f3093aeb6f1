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
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}

  @Prompt String prompt() { return ""; }

  // ERROR ESC013 one, clock
  @Step void one(One call, Object clock) {}

  @Step
  void two(
      Two call,
      StepContext context,
      // ERROR ESC013 two, again
      StepContext again) {}

  @Step
  void three(
      Three call,
      // ERROR ESC013 three, text
      String text,
      // ERROR ESC013 three, number
      int number) {}
}
