package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Leniency;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_LookUpSpec shop.Desk_PaySpec
@Agent(onText = OnText.FINISH)
@SuppressWarnings("ESC040")
class Desk {
  @Tool(lenient = {Leniency.QUOTED_SCALARS, Leniency.SINGLE_AS_LIST}) record LookUp(int number) {}

  @Tool(lenient = Leniency.QUOTED_SCALARS) record Pay(int cents) {}

  @Prompt String prompt() { return ""; }

  @Step(effect = Effect.READ) void lookUp(LookUp call) {}

  // ERROR ESC025 pay, WRITE, Pay
  @Step void pay(Pay call) {}
}
