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
// ERROR [ESC068] The agent Desk can never finish
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

  // ERROR [ESC022] The step refund is DESTRUCTIVE and has no gate
  @Step(effect = Effect.DESTRUCTIVE) void refund(Refund call) {}

  // ERROR [ESC066] The step audit can never run
  @Step(offered = false) void audit(Audit call) {}

  // ERROR [ESC069] retry -> backOff -> retry
  @Step BackOff retry(Retry call) { return new BackOff(); }

  @Step Retry backOff(BackOff call) { return new Retry(); }

  // ERROR [ESC065] The gate review guards Archive
  @Gate Verdict review(Archive call) { return Verdict.proceed(); }
}
