package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

class Desk {
  @SuppressWarnings("ESC040")
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec shop.Desk_ThreeLoop

  @Agent(
      // ERROR ESC062 maxSteps, -1, Expectation.POLICY_COUNT
      maxSteps = -1,
      // ERROR ESC062 maxModelCalls, -100, Expectation.POLICY_COUNT
      maxModelCalls = -100,
      // ERROR ESC062 maxTokens, -5000000000, Expectation.POLICY_COUNT
      maxTokens = -5_000_000_000L,
      // ERROR ESC062 maxCost, "\"a dollar\"", Expectation.POLICY_COST
      maxCost = "a dollar",
      // ERROR ESC062 maxTime, "\"ten minutes\"", Expectation.POLICY_TIME
      maxTime = "ten minutes",
      // ERROR ESC062 maxConsecutiveFailures, -2, Expectation.POLICY_COUNT
      maxConsecutiveFailures = -2,
      // ERROR ESC062 maxDepth, -3, Expectation.POLICY_DEPTH
      maxDepth = -3)
  static class One {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(
      // ERROR ESC062 maxCost, "\"0.00\"", Expectation.POLICY_COST
      maxCost = "0.00",
      // ERROR ESC062 maxTime, "\"PT-1S\"", Expectation.POLICY_TIME
      maxTime = "PT-1S")
  static class Two {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(maxSteps = 0, maxModelCalls = 1, maxTokens = 0, maxCost = "", maxTime = "", maxConsecutiveFailures = 0)
  static class Three {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }
}
