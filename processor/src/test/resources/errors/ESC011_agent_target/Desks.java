package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@SuppressWarnings("ESC040")
class Desks {
  // GENERATED shop.Desks_AskSpec
  @Tool record Ask() {}

  // ERROR [ESC011] AnAbstractClass is annotated with @Agent but is abstract … not abstract
  @Agent abstract static class AnAbstractClass {
    @Prompt abstract String prompt();
  }

  // ERROR [ESC011] AnInterface is annotated with @Agent but is no class
  @Agent interface AnInterface {
    @Step default void ask(Ask call) {}
  }

  // ERROR [ESC011] ARecord is annotated with @Agent but is a record
  @Agent record ARecord() {}

  // ERROR [ESC011] AnEnum is annotated with @Agent but is no class
  @Agent enum AnEnum { ONE }

  // ERROR [ESC011] AGenericClass is annotated with @Agent but is generic
  @Agent static class AGenericClass<T> {
    @Step void ask(Ask call) {}
  }

  // ERROR [ESC011] APrivateClass is annotated with @Agent but is private
  @Agent private static class APrivateClass {
    @Step void ask(Ask call) {}
  }

  // ERROR [ESC011] AnInnerClass is annotated with @Agent but is not static
  @Agent class AnInnerClass {
    @Step void ask(Ask call) {}
  }
}
