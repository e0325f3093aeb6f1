package shop;

import dev.escapement.Agent;
import dev.escapement.Gate;
import dev.escapement.ModelOptions;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
// ERROR ESC084 Declaration.AGENT(Desk), OptionsFault.EMPTY
@ModelOptions
class Desk {
  // GENERATED shop.Desk_OneSpec shop.Desk_ThreeSpec shop.Desk_TwoSpec
  @Tool record One() {}
  @Tool record Two() {}

  // ERROR ESC084 Declaration.AGENT_METHOD(prompt), OptionsFault.NOT_A_STEP
  @ModelOptions(model = "small")
  @Prompt String prompt() { return ""; }

  // ERROR ESC084 Declaration.STEP(one), OptionsFault.SELECTS
  @ModelOptions(model = "small")
  @Step Two one(One call) { return new Two(); }

  @Tool record Three() {}

  // ERROR ESC084 Declaration.STEP(three), OptionsFault.SELECTS
  @ModelOptions
  @Step Two three(Three call) { return new Two(); }

  @Step void two(Two call) {}

  // ERROR ESC084 Declaration.AGENT_METHOD(review), OptionsFault.NOT_A_STEP
  @ModelOptions(model = "small")
  @Gate Verdict review(Two call) { return Verdict.proceed(); }

  // ERROR ESC084 Declaration.AGENT_METHOD(help), OptionsFault.NOT_A_STEP
  @ModelOptions(model = "small")
  void help() {}

  // ERROR ESC084 Declaration.CLASS(Other), OptionsFault.NOT_AN_AGENT
  @ModelOptions(model = "small")
  static class Other {
    // ERROR ESC015 run, ModelOptions, Other
    @ModelOptions(model = "small") void run() {}
  }
}
