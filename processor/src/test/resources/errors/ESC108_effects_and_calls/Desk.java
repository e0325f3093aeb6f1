package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  // ERROR ESC108 audit, EffectGateFault.WITHOUT_EFFECTS
  @Gate Verdict audit(Call call, AgentThread thread) { return Verdict.proceed(); }

  // ERROR ESC108 none, EffectGateFault.WITHOUT_EFFECTS
  @Gate(effects = {}) Verdict none(Call call) { return Verdict.proceed(); }

  // ERROR ESC108 nothing, EffectGateFault.WITHOUT_CALL
  @Gate(effects = {Effect.READ, Effect.WRITE}) Verdict nothing() { return Verdict.proceed(); }

  // ERROR ESC034 other, MethodFault.RETURNS(String), MethodRemedy.RETURN_VERDICT
  @Gate(effects = Effect.WRITE) String other(Call call) { return ""; }
}
