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
  // ERROR [ESC063] The step one returns Finish, which does not say of what type the result of the thread is … Finish<String>
  Finish one(One call) { return Finish.with("done"); }

  @Step
  // ERROR [ESC063] The step two returns Finish<?>
  Finish<?> two(Two call) { return Finish.with("done"); }

  @Step
  // ERROR [ESC063] The step three returns Pause, which does not say of what type the reply is … Pause<String>
  Pause three(Three call) { return Pause.asking("?"); }

  @Step
  // ERROR [ESC063] The step four returns Pause<? extends Number>
  Pause<? extends Number> four(Four call) { return Pause.asking("?"); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }
}
