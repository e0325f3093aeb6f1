package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import dev.escapement.Verdict;

// An unreadable member may be the one that is missing elsewhere: only its own mistake is reported.
@SuppressWarnings({"ESC040", "rawtypes"})
class Desks {
  // GENERATED shop.Desks_AskSpec shop.Desks_BurnSpec shop.Desks_CloseSpec shop.Desks_NextSpec
  @Tool record Ask() {}
  @Tool record Burn() {}
  @Tool record Close() {}
  @Tool record Next() {}

  // ERROR ESC001 NoRecord, TypeFault.NOT_A_RECORD(TypeFault.CLASS)
  @Tool static class NoRecord {}

  /** The unreadable step may select the next one, and finish. */
  @Agent
  static class OpenEnd {
    @Prompt String prompt() { return ""; }

    // ERROR ESC063 ask, Finish, Declaration.THREAD_RESULT, Finish
    @Step Finish ask(Ask call) { return Finish.with(""); }

    @Step(offered = false) void next(Next call) {}
  }

  /** The tool that is not a record has a step and a gate. The step that selects it is not in a cycle. */
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

  /** The gate without a parameter may be intended for the step. */
  @Agent
  static class NoGuarded {
    @Prompt String prompt() { return ""; }

    @Step(effect = Effect.DESTRUCTIVE) void burn(Burn call) {}

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC034 review, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_TOOL
    @Gate Verdict review() { return Verdict.proceed(); }
  }

  // Reported in any case: this agent cannot finish with any tool.
  // ERROR ESC068 KnownFlow
  @Agent static class KnownFlow {
    @Prompt String prompt() { return ""; }

    // ERROR ESC012 ask, Hint.NONE
    @Step void ask() {}
  }
}
