package shop;

import dev.escapement.Agent;
import dev.escapement.ModelOptions;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
// ERROR ESC083 Declaration.AGENT(Desk), model, "\"\"", Expectation.OPTION_TEXT
@ModelOptions(model = "")
class Desk {
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}

  @Prompt String prompt() { return ""; }

  @ModelOptions(
      // ERROR ESC083 Declaration.STEP(one), temperature, NaN, Expectation.OPTION_TEMPERATURE
      temperature = Double.NaN,
      // ERROR ESC083 Declaration.STEP(one), effort, "\" \"", Expectation.OPTION_TEXT
      effort = " ",
      // ERROR ESC083 Declaration.STEP(one), maxOutputTokens, 0, Expectation.OPTION_TOKENS
      maxOutputTokens = 0)
  @Step String one(One call) { return ""; }

  // ERROR ESC083 Declaration.STEP(two), temperature, Infinity, Expectation.OPTION_TEMPERATURE
  @ModelOptions(temperature = Double.POSITIVE_INFINITY)
  @Step String two(Two call) { return ""; }

  // ERROR ESC083 Declaration.STEP(three), maxOutputTokens, -5, Expectation.OPTION_TOKENS
  @ModelOptions(model = "small", maxOutputTokens = -5)
  @Step String three(Three call) { return ""; }

  @ModelOptions(model = "small", temperature = 0, effort = "low", maxOutputTokens = 1)
  @Step void four(Four call) {}
}
