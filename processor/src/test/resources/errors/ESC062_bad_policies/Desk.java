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
      // ERROR [ESC062] maxSteps = -1 is nothing that a thread could be held to. Write a number from 1 on, or 0
      maxSteps = -1,
      // ERROR [ESC062] maxModelCalls = -100
      maxModelCalls = -100,
      // ERROR [ESC062] maxTokens = -5000000000
      maxTokens = -5_000_000_000L,
      // ERROR [ESC062] maxCost = "a dollar" … a decimal number above 0, like "0.50", or leave it out
      maxCost = "a dollar",
      // ERROR [ESC062] maxTime = "ten minutes" … a duration above 0 in the form of ISO 8601, like "PT10M"
      maxTime = "ten minutes",
      // ERROR [ESC062] maxConsecutiveFailures = -2
      maxConsecutiveFailures = -2)
  static class One {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(
      // ERROR [ESC062] maxCost = "0.00"
      maxCost = "0.00",
      // ERROR [ESC062] maxTime = "PT-1S"
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
