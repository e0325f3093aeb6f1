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

  // ERROR [ESC034] The gate secret is private, but it … Make it a non-private, non-static method
  @Gate private Verdict secret(One call) { return Verdict.proceed(); }

  // ERROR [ESC034] The gate shared is static
  @Gate static Verdict shared(One call) { return Verdict.proceed(); }

  // ERROR [ESC034] The gate generic is generic
  @Gate <T> Verdict generic(One call) { return Verdict.proceed(); }

  // ERROR [ESC034] The gate yes returns boolean
  @Gate boolean yes(One call) { return true; }

  // ERROR [ESC034] The gate nothing returns void
  @Gate void nothing(One call) {}

  // ERROR [ESC034] The gate all has no parameter
  @Gate Verdict all() { return Verdict.proceed(); }

  @Gate
  Verdict text(
      // ERROR [ESC034] The gate text takes String, which is no tool
      String call) { return Verdict.proceed(); }

  @Gate
  Verdict number(
      // ERROR [ESC034] The gate number takes int, which is no tool
      int call) { return Verdict.proceed(); }

  @Gate
  Verdict other(
      // ERROR [ESC034] The gate other takes Other, which is no tool
      Other call) { return Verdict.proceed(); }

  @Gate
  Verdict mixed(
      // ERROR [ESC034] The gate mixed takes Mixed, which permits Three, a tool, and Other, which is none
      Mixed call) { return Verdict.proceed(); }

  @Gate
  Verdict variable(
      // ERROR [ESC034] The gate variable takes Generic<String>, which is generic
      Generic<String> call) { return Verdict.proceed(); }

  @Gate
  Verdict context(
      Action call,
      // ERROR [ESC034] The gate context has the parameter context, which nothing can fill
      StepContext context) { return Verdict.proceed(); }

  @Gate
  Verdict more(
      Action call,
      AgentThread thread,
      // ERROR [ESC034] The gate more has the parameter again, which nothing can fill
      AgentThread again) { return Verdict.proceed(); }

  @Gate Verdict.Ask right(Action call, AgentThread thread) throws Exception { return new Verdict.Ask("?"); }
}
