package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  // GENERATED shop.Desk_BeginSpec shop.Desk_CheckSpec shop.Desk_DecideSpec shop.Desk_CloseSpec shop.Desk_LostSpec
  // GENERATED shop.Desk_AfterLostSpec shop.Desk_PingSpec shop.Desk_PongSpec
  sealed interface Decision {}

  sealed interface Answer {}

  @Tool record Begin() {}
  @Tool record Check() {}
  @Tool record Decide() implements Decision {}
  @Tool record Close() implements Decision, Answer {}
  @Tool record Lost() {}
  @Tool record AfterLost() {}
  @Tool record Ping() implements Answer {}
  @Tool record Pong() {}

  @Prompt String prompt() { return ""; }

  // Reachable, although only the first step is offered to the model.
  @Step Check begin(Begin call) { return new Check(); }

  @Step(offered = false) Decision check(Check call) { return new Close(); }

  @Step(offered = false) void decide(Decide call) {}

  @Step(offered = false) Finish<String> close(Close call) { return Finish.with(""); }

  @Step(
      // ERROR ESC066 lost, Lost
      offered = false)
  AfterLost lost(Lost call) { return new AfterLost(); }

  // Reachable as soon as the previous step is reachable.
  @Step(offered = false) void afterLost(AfterLost call) {}

  // ERROR ESC066 ping, Ping
  @Step(offered = false) Pong ping(Ping call) { return new Pong(); }

  @Step(offered = false) Answer pong(Pong call) { return new Ping(); }
}
