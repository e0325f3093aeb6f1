package shop;

import dev.escapement.Agent;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;
import dev.escapement.StepContext;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  sealed interface Action permits One, Two {}

  sealed interface Mixed permits Three, Other {}

  sealed interface Generic<T> permits Four {}

  @Tool record One() implements Action {}
  @Tool record Two() implements Action {}
  @Tool record Three() implements Mixed {}
  @Tool record Four() implements Generic<String> {}
  record Other() implements Mixed {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec

  @Prompt String prompt() { return ""; }

  @Step void one(One call) {}

  @Step void two(Two call) {}

  @Step void three(Three call) {}

  @Step Finish<String> four(Four call) { return Finish.with(""); }

  // ERROR ESC034 secret, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  @Gate private Verdict secret(One call) { return Verdict.proceed(); }

  // ERROR ESC034 shared, MethodFault.STATIC, MethodRemedy.NOT_STATIC
  @Gate static Verdict shared(One call) { return Verdict.proceed(); }

  // ERROR ESC034 generic, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  @Gate <T> Verdict generic(One call) { return Verdict.proceed(); }

  // ERROR ESC034 yes, MethodFault.RETURNS(boolean), MethodRemedy.RETURN_VERDICT
  @Gate boolean yes(One call) { return true; }

  // ERROR ESC034 nothing, MethodFault.RETURNS(void), MethodRemedy.RETURN_VERDICT
  @Gate void nothing(One call) {}

  // ERROR ESC034 all, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_TOOL
  @Gate Verdict all() { return Verdict.proceed(); }

  @Gate
  Verdict text(
      // ERROR ESC034 text, MethodFault.TAKES(String, ToolFault.NOT_A_TOOL), MethodRemedy.TAKE_TOOL
      String call) { return Verdict.proceed(); }

  @Gate
  Verdict number(
      // ERROR ESC034 number, MethodFault.TAKES(int, ToolFault.NOT_A_TOOL), MethodRemedy.TAKE_TOOL
      int call) { return Verdict.proceed(); }

  @Gate
  Verdict other(
      // ERROR ESC034 other, MethodFault.TAKES(Other, ToolFault.NOT_A_TOOL), MethodRemedy.TAKE_TOOL
      Other call) { return Verdict.proceed(); }

  @Gate
  Verdict mixed(
      // ERROR ESC034 mixed, MethodFault.TAKES(Mixed, ToolFault.MIXED(Three, Other)), MethodRemedy.TAKE_TOOL
      Mixed call) { return Verdict.proceed(); }

  @Gate
  Verdict variable(
      // ERROR ESC034 variable, MethodFault.TAKES(Generic<String>, ToolFault.GENERIC), MethodRemedy.TAKE_TOOL
      Generic<String> call) { return Verdict.proceed(); }

  @Gate
  Verdict context(
      Action call,
      // ERROR ESC034 context, MethodFault.UNKNOWN_PARAMETER(context), MethodRemedy.ONLY_TOOL_AND_THREAD
      StepContext context) { return Verdict.proceed(); }

  @Gate
  Verdict more(
      Action call,
      AgentThread thread,
      // ERROR ESC034 more, MethodFault.UNKNOWN_PARAMETER(again), MethodRemedy.ONLY_TOOL_AND_THREAD
      AgentThread again) { return Verdict.proceed(); }

  @Gate Verdict.Ask right(Action call, AgentThread thread) throws Exception { return new Verdict.Ask("?"); }
}
