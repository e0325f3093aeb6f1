package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
class Desks {
  // GENERATED shop.Desks_AskSpec shop.Desks_CloseSpec
  // GENERATED shop.Desks_TwoStepsLoop shop.Desks_OneAnswerLoop shop.Desks_OneTextLoop
  @Tool record Ask() {}
  @Tool record Close() {}

  // ERROR ESC071 OneStep, maxSteps
  @Agent(maxSteps = 1)
  static class OneStep {
    @Prompt String prompt() { return ""; }

    @Step Close ask(Ask call) { return new Close(); }

    @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(
      onText = OnText.REJECT,
      // ERROR ESC071 OneRequest, maxModelCalls
      maxModelCalls = 1)
  static class OneRequest {
    @Prompt String prompt() { return ""; }

    @Step Close ask(Ask call) { return new Close(); }

    @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(maxSteps = 2, maxModelCalls = 2)
  static class TwoSteps {
    @Prompt String prompt() { return ""; }

    @Step Close ask(Ask call) { return new Close(); }

    @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(maxSteps = 1, maxModelCalls = 1)
  static class OneAnswer {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(maxModelCalls = 1, onText = OnText.FINISH)
  static class OneText {
    @Prompt String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }
}
