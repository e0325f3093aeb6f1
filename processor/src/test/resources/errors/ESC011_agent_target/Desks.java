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

  // ERROR ESC011 AnAbstractClass, TypeFault.ABSTRACT
  @Agent abstract static class AnAbstractClass {
    @Prompt abstract String prompt();
  }

  // ERROR ESC011 AnInterface, TypeFault.NOT_A_CLASS
  @Agent interface AnInterface {
    @Step default void ask(Ask call) {}
  }

  // ERROR ESC011 ARecord, TypeFault.RECORD
  @Agent record ARecord() {}

  // ERROR ESC011 AnEnum, TypeFault.NOT_A_CLASS
  @Agent enum AnEnum { ONE }

  // ERROR ESC011 AGenericClass, TypeFault.GENERIC
  @Agent static class AGenericClass<T> {
    @Step void ask(Ask call) {}
  }

  // ERROR ESC011 APrivateClass, TypeFault.PRIVATE
  @Agent private static class APrivateClass {
    @Step void ask(Ask call) {}
  }

  // ERROR ESC011 AnInnerClass, TypeFault.NOT_STATIC
  @Agent class AnInnerClass {
    @Step void ask(Ask call) {}
  }
}
