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

  // ERROR ESC036 scheduled, MethodFault.TAKES_NO_TICK(LocalDate), MethodRemedy.TAKE_TICK
  @Trigger(schedule = "0 9 * * *") String scheduled(java.time.LocalDate day) { return ""; }

  // ERROR ESC036 both, MethodFault.SEVERAL_PARAMETERS, MethodRemedy.TAKE_TICK
  @Trigger(schedule = "0 9 * * *") String both(java.time.Instant tick, int other) { return ""; }

  @Trigger(schedule = "0 9 * * *") String ticking(java.time.Instant tick) { return ""; }

  @Trigger String right(int event) { return ""; }
}
