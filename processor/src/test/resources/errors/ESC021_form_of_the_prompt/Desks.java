package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@SuppressWarnings("ESC040")
class Desks {
  // GENERATED shop.Desks_AskSpec
  @Tool record Ask() {}

  @Agent(onText = OnText.FINISH) static class APrivateMethod {
    // ERROR ESC021 prompt, MethodFault.PRIVATE
    @Prompt private String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AStaticMethod {
    // ERROR ESC021 prompt, MethodFault.STATIC
    @Prompt static String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AGenericMethod {
    // ERROR ESC021 prompt, MethodFault.GENERIC
    @Prompt <T> String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AParameter {
    // ERROR ESC021 prompt, MethodFault.PARAMETER
    @Prompt String prompt(String name) { return name; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AnException {
    // ERROR ESC021 prompt, MethodFault.EXCEPTION
    @Prompt String prompt() throws java.io.IOException { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AnotherType {
    // ERROR ESC021 prompt, MethodFault.RETURNS(CharSequence)
    @Prompt CharSequence prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class NothingAtAll {
    // ERROR ESC021 prompt, MethodFault.RETURNS(void)
    @Prompt void prompt() {}

    @Step void ask(Ask call) {}
  }
}
