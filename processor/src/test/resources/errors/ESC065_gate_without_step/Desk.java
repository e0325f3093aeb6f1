package shop;

import dev.escapement.Agent;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  // GENERATED shop.Desk_IssueRefundSpec shop.Desk_RefundIssueSpec shop.Desk_CloseSpec shop.Desk_ClosedSpec
  // GENERATED shop.Desk_BurnSpec shop.Desk_DropSpec
  sealed interface Some {}

  sealed interface None permits Burn, Drop {}

  @Tool record IssueRefund() implements Some {}
  @Tool record RefundIssue() implements Some {}
  @Tool record Close() {}
  @Tool record Closed() {}
  @Tool record Burn() implements None {}
  @Tool record Drop() implements None {}

  @Prompt String prompt() { return ""; }

  @Step void refund(IssueRefund call) {}

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Gate
  Verdict otherOrder(
      // ERROR ESC065 otherOrder, RefundIssue, GateFault.NO_STEP(Hint.DID_YOU_MEAN(IssueRefund))
      RefundIssue call, AgentThread thread) {
    return Verdict.proceed();
  }

  // ERROR ESC065 almost, Closed, GateFault.NO_STEP(Hint.DID_YOU_MEAN(Close))
  @Gate Verdict almost(Closed call) { return Verdict.proceed(); }

  // ERROR ESC065 other, Burn, GateFault.NO_STEP(Hint.NONE)
  @Gate Verdict other(Burn call) { return Verdict.proceed(); }

  // ERROR ESC065 all, None, GateFault.NO_STEP_OF_INTERFACE([Burn, Drop])
  @Gate Verdict all(None call) { return Verdict.proceed(); }

  @Gate Verdict some(Some call) { return Verdict.proceed(); }
}
