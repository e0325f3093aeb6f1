package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_SmokeTestSpec shop.Desk_SmokeTestsSpec
  // GENERATED shop.Desk_CloseSpec shop.Desk_RollBackSpec shop.Desk_CallSomebodySpec
  sealed interface Next permits Close, RollBack, CallSomebody {}

  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record SmokeTest() {}
  @Tool record SmokeTests() {}
  @Tool record Close() implements Next {}
  @Tool record RollBack() implements Next {}
  @Tool record CallSomebody() implements Next {}

  @Prompt String prompt() { return ""; }

  // ERROR ESC067 Declaration.STEP(one), [Hint.NAME(SmokeTests, Hint.DID_YOU_MEAN(SmokeTest))]
  @Step SmokeTests one(One call) { return new SmokeTests(); }

  @Step
  // ERROR ESC067 Declaration.STEP(two), [Hint.NAME(CallSomebody, Hint.NONE), Hint.NAME(RollBack, Hint.NONE)]
  Next two(Two call) { return new Close(); }

  @Step SmokeTest three(Three call) { return new SmokeTest(); }

  @Step(offered = false) void smokeTest(SmokeTest call) {}

  @Step Finish<String> close(Close call) { return Finish.with(""); }
}
