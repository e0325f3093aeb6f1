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
    // ERROR ESC021 prompt, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
    @Prompt private String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AStaticMethod {
    // ERROR ESC021 prompt, MethodFault.STATIC, MethodRemedy.NOT_STATIC
    @Prompt static String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AGenericMethod {
    // ERROR ESC021 prompt, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
    @Prompt <T> String prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AParameter {
    // ERROR ESC021 prompt, MethodFault.PARAMETER, MethodRemedy.NO_PARAMETERS
    @Prompt String prompt(String name) { return name; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AnException {
    // ERROR ESC021 prompt, MethodFault.EXCEPTION, MethodRemedy.NO_EXCEPTION
    @Prompt String prompt() throws java.io.IOException { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class AnotherType {
    // ERROR ESC021 prompt, MethodFault.RETURNS(CharSequence), MethodRemedy.RETURN_TEXT
    @Prompt CharSequence prompt() { return ""; }

    @Step void ask(Ask call) {}
  }

  @Agent(onText = OnText.FINISH) static class NothingAtAll {
    // ERROR ESC021 prompt, MethodFault.RETURNS(void), MethodRemedy.RETURN_TEXT
    @Prompt void prompt() {}

    @Step void ask(Ask call) {}
  }
}
