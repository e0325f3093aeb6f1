package shop;

import dev.escapement.Agent;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
@Agent
// GENERATED shop.Desk_AskSpec shop.Desk_CloseSpec
class Desk {
  private sealed interface Danger permits Close {}

  private sealed interface Next permits Close, Ask {}

  @Tool record Ask() implements Next {}
  @Tool record Close() implements Danger, Next {}

  @Prompt String prompt() { return ""; }

  @Step
  // ERROR ESC006 shop.Desk.Next, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  Next ask(Ask call) { return new Close(); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Gate
  Verdict review(
      // ERROR ESC006 shop.Desk.Danger, Declaration.PACKAGE(shop), TypeFault.PRIVATE
      Danger call) { return Verdict.proceed(); }
}
