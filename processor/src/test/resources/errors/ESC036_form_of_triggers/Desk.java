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

  // ERROR ESC036 secret, MethodFault.PRIVATE
  @Trigger private String secret(int event) { return ""; }

  // ERROR ESC036 shared, MethodFault.STATIC
  @Trigger static String shared(int event) { return ""; }

  // ERROR ESC036 generic, MethodFault.GENERIC
  @Trigger <T> String generic(int event) { return ""; }

  // ERROR ESC036 tick, MethodFault.PARAMETER_MISSING
  @Trigger String tick() { return ""; }

  // ERROR ESC036 pair, MethodFault.SEVERAL_PARAMETERS
  @Trigger String pair(int event, int other) { return ""; }

  // ERROR ESC036 number, MethodFault.RETURNS(int)
  @Trigger int number(int event) { return 1; }

  // ERROR ESC036 risky, MethodFault.EXCEPTION
  @Trigger String risky(int event) throws java.io.IOException { return ""; }

  @Trigger String right(int event) { return ""; }
}
