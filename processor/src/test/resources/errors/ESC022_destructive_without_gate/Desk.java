package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_AskSpec shop.Desk_DropSpec shop.Desk_BurnSpec shop.Desk_WipeSpec shop.Desk_MeltSpec
  // GENERATED shop.Desk_SinkSpec shop.Desk_SellSpec
  sealed interface Guarded {}

  @Tool record Ask() {}
  @Tool record Drop() {}
  @Tool record Burn() {}
  @Tool record Wipe() {}
  @Tool record Melt() {}
  @Tool record Sink() implements Guarded {}
  @Tool record Sell() implements Guarded {}

  @Prompt String prompt() { return ""; }

  @Step(effect = Effect.READ) void ask(Ask call) {}

  // ERROR ESC022 drop, Drop
  @Step(effect = Effect.DESTRUCTIVE) void drop(Drop call) {}

  @Step(
      // ERROR ESC022 burn, Burn
      effect = Effect.DESTRUCTIVE)
  void burn(Burn call) {}

  @Step(effect = Effect.DESTRUCTIVE) @Approval void approved(Wipe call) {}

  @Step(effect = Effect.DESTRUCTIVE) void reviewed(Melt call) {}

  @Step(effect = Effect.DESTRUCTIVE) void sink(Sink call) {}

  @Step(effect = Effect.DESTRUCTIVE) void sell(Sell call) {}

  @Gate Verdict review(Melt call) { return Verdict.proceed(); }

  @Gate Verdict reviewBoth(Guarded call) { return Verdict.proceed(); }
}
