package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

// No mistake hides another, and none is told in more than one way.
@SuppressWarnings("ESC040")
// ERROR ESC068 Desk
@Agent class Desk {
  // GENERATED shop.Desk_LookUpSpec shop.Desk_RefundSpec shop.Desk_AuditSpec shop.Desk_ArchiveSpec shop.Desk_RetrySpec
  // GENERATED shop.Desk_BackOffSpec
  @Tool record LookUp() {}
  @Tool record Refund() {}
  @Tool record Audit() {}
  @Tool record Archive() {}
  @Tool record Retry() {}
  @Tool record BackOff() {}

  @Prompt String prompt() { return ""; }

  @Step(effect = Effect.READ) void lookUp(LookUp call) {}

  // ERROR ESC022 refund, Refund
  @Step(effect = Effect.DESTRUCTIVE) void refund(Refund call) {}

  // ERROR ESC066 audit, Audit
  @Step(offered = false) void audit(Audit call) {}

  // ERROR ESC069 retry, [retry, backOff, retry]
  @Step BackOff retry(Retry call) { return new BackOff(); }

  @Step Retry backOff(BackOff call) { return new Retry(); }

  // ERROR ESC065 review, Archive, GateFault.NO_STEP(Hint.NONE)
  @Gate Verdict review(Archive call) { return Verdict.proceed(); }
}
