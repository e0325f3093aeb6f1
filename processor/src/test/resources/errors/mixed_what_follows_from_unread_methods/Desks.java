package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import dev.escapement.Verdict;

// What could not be read may be what is missing elsewhere: only its own mistake is told.
@SuppressWarnings({"ESC040", "rawtypes"})
class Desks {
  // GENERATED shop.Desks_AskSpec shop.Desks_BurnSpec shop.Desks_CloseSpec shop.Desks_NextSpec
  @Tool record Ask() {}
  @Tool record Burn() {}
  @Tool record Close() {}
  @Tool record Next() {}

  // ERROR ESC001 NoRecord, TypeFault.CLASS
  @Tool static class NoRecord {}

  /** The step that nobody can read may select the next one, and finish. */
  @Agent
  static class OpenEnd {
    @Prompt String prompt() { return ""; }

    // ERROR ESC063 ask, Finish, Declaration.THREAD_RESULT, Finish
    @Step Finish ask(Ask call) { return Finish.with(""); }

    @Step(offered = false) void next(Next call) {}
  }

  /** The tool that is no record has a step, and a gate; what selects it is in no circle. */
  @Agent
  static class BrokenTool {
    @Prompt String prompt() { return ""; }

    @Step NoRecord ask(Ask call) { return new NoRecord(); }

    @Step Ask broken(NoRecord call) { return new Ask(); }

    @Gate Verdict review(NoRecord call) { return Verdict.proceed(); }
  }

  /** The step without a parameter may be the one that the gate guards and the other step selects. */
  @Agent
  static class NoTool {
    @Prompt String prompt() { return ""; }

    @Step Next ask(Ask call) { return new Next(); }

    // ERROR ESC012 close, Hint.NONE
    @Step Finish<String> close() { return Finish.with(""); }

    @Gate Verdict review(Close call) { return Verdict.proceed(); }
  }

  /** The gate that guards nothing yet may be meant for the step. */
  @Agent
  static class NoGuarded {
    @Prompt String prompt() { return ""; }

    @Step(effect = Effect.DESTRUCTIVE) void burn(Burn call) {}

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC034 review, MethodFault.PARAMETER_MISSING
    @Gate Verdict review() { return Verdict.proceed(); }
  }

  // What is known is told: nothing here finishes, whatever the tool will be.
  // ERROR ESC068 KnownFlow
  @Agent static class KnownFlow {
    @Prompt String prompt() { return ""; }

    // ERROR ESC012 ask, Hint.NONE
    @Step void ask() {}
  }
}
