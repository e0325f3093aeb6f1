package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import dev.escapement.Pause;

@SuppressWarnings("ESC040")
class Desks {
  // GENERATED shop.Desks_AskSpec shop.Desks_WaitSpec shop.Desks_CloseSpec
  // GENERATED shop.Desks_WithFinishLoop shop.Desks_WithTextLoop shop.Desks_InTheEndLoop
  @Tool record Ask() {}
  @Tool record Wait() {}
  @Tool record Close() {}

  // ERROR ESC068 Never
  @Agent static class Never {
    @Prompt String prompt() { return ""; }

    @Step void ask(Ask call) {}

    @Step Pause<String> pause(Wait call) { return Pause.asking("?"); }
  }

  // ERROR ESC068 Rejects
  @Agent(onText = OnText.REJECT) static class Rejects {
    @Prompt String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent static class WithFinish {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(onText = OnText.FINISH) static class WithText {
    @Prompt String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent static class InTheEnd {
    @Prompt String prompt() { return ""; }

    @Step Close ask(Ask call) { return new Close(); }

    @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
  }

  // The step finishes the thread as soon as it is reachable.
  @Agent static class NotReached {
    @Prompt String prompt() { return ""; }

    @Step void ask(Ask call) {}

    // ERROR ESC066 close, Close
    @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }
  }
}
