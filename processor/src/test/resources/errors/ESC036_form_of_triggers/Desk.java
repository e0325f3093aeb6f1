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

  // ERROR [ESC036] The trigger secret is private, but it … Make it a non-private, non-static method
  @Trigger private String secret(int event) { return ""; }

  // ERROR [ESC036] The trigger shared is static
  @Trigger static String shared(int event) { return ""; }

  // ERROR [ESC036] The trigger generic is generic
  @Trigger <T> String generic(int event) { return ""; }

  // ERROR [ESC036] The trigger tick has no parameter
  @Trigger String tick() { return ""; }

  // ERROR [ESC036] The trigger pair has more than one parameter
  @Trigger String pair(int event, int other) { return ""; }

  // ERROR [ESC036] The trigger number returns int
  @Trigger int number(int event) { return 1; }

  // ERROR [ESC036] The trigger risky declares an exception
  @Trigger String risky(int event) throws java.io.IOException { return ""; }

  @Trigger String right(int event) { return ""; }
}
