package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  // GENERATED shop.Desk_AgainSpec shop.Desk_IntoASpec shop.Desk_ASpec shop.Desk_BSpec shop.Desk_CSpec shop.Desk_ESpec
  // GENERATED shop.Desk_FSpec shop.Desk_LeadsSpec shop.Desk_RetrySpec shop.Desk_CloseSpec
  sealed interface AOrC {}

  sealed interface LeadsOrE {}

  sealed interface RetryOrClose {}

  @Tool record Again() {}
  @Tool record IntoA() {}
  @Tool record A() implements AOrC {}
  @Tool record B() {}
  @Tool record C() implements AOrC {}
  @Tool record E() implements LeadsOrE {}
  @Tool record F() {}
  @Tool record Leads() implements LeadsOrE {}
  @Tool record Retry() implements RetryOrClose {}
  @Tool record Close() implements RetryOrClose {}

  @Prompt String prompt() { return ""; }

  // ERROR ESC069 again, [again, again]
  @Step Again again(Again call) { return call; }

  // It leads into a circle, and is not in it.
  @Step A intoA(IntoA call) { return new A(); }

  @Step
  // ERROR ESC069 a, [a, c, a]
  C a(A call) { return new C(); }

  @Step A b(B call) { return new A(); }

  @Step AOrC c(C call) { return new A(); }

  // Two circles, and the only way out of this one is into the next: with that one open, it is open.
  @Step LeadsOrE leads(Leads call) { return new E(); }

  // ERROR ESC069 e, [e, f, e]
  @Step F e(E call) { return new F(); }

  @Step E f(F call) { return new E(); }

  // A circle with a way out is a loop.
  @Step RetryOrClose retry(Retry call) { return new Close(); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }
}
