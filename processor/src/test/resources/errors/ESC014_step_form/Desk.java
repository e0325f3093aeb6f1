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

  // ERROR ESC014 one, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  @Step private void one(One call) {}

  // ERROR ESC014 two, MethodFault.STATIC, MethodRemedy.NOT_STATIC
  @Step static void two(Two call) {}

  // ERROR ESC014 three, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  @Step <T> void three(Three call) {}

  // ERROR ESC014 four, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  @Step <E extends Exception> void four(Four call) throws E {}
}
