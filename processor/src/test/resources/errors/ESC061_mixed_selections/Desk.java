package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  sealed interface Mixed permits Inner, Result {}

  sealed interface Inner extends Mixed permits Close, Two {}

  sealed interface Generic<T> permits Three {}

  sealed interface Plain permits Good, Bad {}

  record Result() implements Mixed {}
  record Good() implements Plain {}
  record Bad() implements Plain {}

  @Tool record One() {}
  @Tool record Two() implements Inner {}
  @Tool record Three() implements Generic<String> {}
  @Tool record Four() {}
  @Tool record Close() implements Inner {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  // ERROR ESC061 Declaration.STEP(one), Mixed, ToolFault.MIXED(Close, Result), Hint.NONE
  @Step Mixed one(One call) { return new Result(); }

  // ERROR ESC061 Declaration.STEP(two), Generic<String>, ToolFault.GENERIC, Hint.TYPE_PARAMETERS(Generic)
  @Step Generic<String> two(Two call) { return new Three(); }

  @Step Inner three(Three call) { return new Close(); }

  @Step Plain four(Four call) { return new Good(); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }
}
