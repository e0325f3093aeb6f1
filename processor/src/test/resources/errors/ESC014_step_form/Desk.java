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
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}

  @Prompt String prompt() { return ""; }

  // ERROR [ESC014] The step one is private … an ordinary
  @Step private void one(One call) {}

  // ERROR [ESC014] The step two is static
  @Step static void two(Two call) {}

  // ERROR [ESC014] The step three is generic
  @Step <T> void three(Three call) {}

  // ERROR [ESC014] The step four is generic
  @Step <E extends Exception> void four(Four call) throws E {}
}
