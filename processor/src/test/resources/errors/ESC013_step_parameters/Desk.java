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

  // ERROR [ESC013] The step one has the parameter clock, which nothing can fill … in its constructor
  @Step void one(One call, Object clock) {}

  @Step
  void two(
      Two call,
      StepContext context,
      // ERROR [ESC013] The step two has the parameter again, which nothing can fill
      StepContext again) {}

  @Step
  void three(
      Three call,
      // ERROR [ESC013] The step three has the parameter text, which nothing can fill
      String text,
      // ERROR [ESC013] The step three has the parameter number, which nothing can fill
      int number) {}
}
