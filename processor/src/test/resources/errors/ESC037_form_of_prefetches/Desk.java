package shop;

import dev.escapement.Agent;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  // ERROR ESC037 secret, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
  @Prefetch private String secret() { return ""; }

  // ERROR ESC037 shared, MethodFault.STATIC, MethodRemedy.NOT_STATIC
  @Prefetch static String shared() { return ""; }

  // ERROR ESC037 generic, MethodFault.GENERIC, MethodRemedy.NOT_GENERIC
  @Prefetch <T> String generic() { return ""; }

  // ERROR ESC037 nothing, MethodFault.RETURNS_NOTHING, MethodRemedy.RETURN_VALUE
  @Prefetch void nothing() {}

  @Prefetch
  String about(
      // ERROR ESC037 about, MethodFault.UNKNOWN_PARAMETER(topic), MethodRemedy.ONLY_THREAD
      String topic) { return ""; }

  @Prefetch
  String twice(
      AgentThread thread,
      // ERROR ESC037 twice, MethodFault.UNKNOWN_PARAMETER(again), MethodRemedy.ONLY_THREAD
      AgentThread again) { return ""; }

  // WARNING ESC042 Declaration.PREFETCH(anything), [Exception]
  @Prefetch String anything() throws Exception { return ""; }

  // WARNING ESC044 Declaration.PREFETCH(right), [IOException]
  @Prefetch(Prefetch.When.EACH_REQUEST) String right(AgentThread thread) throws java.io.IOException { return ""; }
}
