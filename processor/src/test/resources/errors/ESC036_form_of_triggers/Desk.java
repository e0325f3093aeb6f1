package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  // ERROR ESC036 secret, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  @Trigger private String secret(int event) { return ""; }

  // ERROR ESC036 shared, MethodFault.STATIC, MethodRemedy.NOT_STATIC
  @Trigger static String shared(int event) { return ""; }

  // ERROR ESC036 generic, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  @Trigger <T> String generic(int event) { return ""; }

  // ERROR ESC036 tick, MethodFault.PARAMETER_MISSING, MethodRemedy.TAKE_PAYLOAD
  @Trigger String tick() { return ""; }

  // ERROR ESC036 pair, MethodFault.SEVERAL_PARAMETERS, MethodRemedy.TAKE_ONE
  @Trigger String pair(int event, int other) { return ""; }

  // ERROR ESC036 number, MethodFault.RETURNS(int), MethodRemedy.RETURN_INPUT
  @Trigger int number(int event) { return 1; }

  // ERROR ESC036 risky, MethodFault.EXCEPTION, MethodRemedy.NO_EXCEPTION
  @Trigger String risky(int event) throws java.io.IOException { return ""; }

  @Trigger String right(int event) { return ""; }
}
