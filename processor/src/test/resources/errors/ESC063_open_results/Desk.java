package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import dev.escapement.Pause;

@SuppressWarnings({"ESC040", "rawtypes"})
@Agent
class Desk {
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}
  @Tool record Close() {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  @Step
  // ERROR ESC063 one, Finish, Declaration.THREAD_RESULT, Finish
  Finish one(One call) { return Finish.with("done"); }

  @Step
  // ERROR ESC063 two, Finish<?>, Declaration.THREAD_RESULT, Finish
  Finish<?> two(Two call) { return Finish.with("done"); }

  @Step
  // ERROR ESC063 three, Pause, Declaration.REPLY, Pause
  Pause three(Three call) { return Pause.asking("?"); }

  @Step
  // ERROR ESC063 four, Pause<? extends Number>, Declaration.REPLY, Pause
  Pause<? extends Number> four(Four call) { return Pause.asking("?"); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }
}
