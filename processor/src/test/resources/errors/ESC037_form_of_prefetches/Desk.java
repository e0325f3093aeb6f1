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

  // ERROR [ESC037] The prefetch secret is private, but the … Make it a non-private, non-static method
  @Prefetch private String secret() { return ""; }

  // ERROR [ESC037] The prefetch shared is static
  @Prefetch static String shared() { return ""; }

  // ERROR [ESC037] The prefetch generic is generic
  @Prefetch <T> String generic() { return ""; }

  // ERROR [ESC037] The prefetch nothing returns nothing
  @Prefetch void nothing() {}

  @Prefetch
  String about(
      // ERROR [ESC037] The prefetch about has the parameter topic, which nothing can fill
      String topic) { return ""; }

  @Prefetch
  String twice(
      AgentThread thread,
      // ERROR [ESC037] The prefetch twice has the parameter again, which nothing can fill
      AgentThread again) { return ""; }

  // WARNING [ESC042] The prefetch anything declares Exception
  @Prefetch String anything() throws Exception { return ""; }

  @Prefetch(Prefetch.When.EACH_REQUEST) String right(AgentThread thread) throws java.io.IOException { return ""; }
}
