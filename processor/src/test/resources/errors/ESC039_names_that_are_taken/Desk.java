package shop;

import dev.escapement.Agent;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;
import dev.escapement.Pause;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  sealed interface Next permits Close, Ask {}

  @Tool record Ask() implements Next {}
  @Tool record Go() {}
  @Tool record Close() implements Next {}
  // GENERATED shop.Desk_AskSpec shop.Desk_CloseSpec shop.Desk_GoSpec

  @Prompt String prompt() { return ""; }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Step Pause<String> ask(Ask call) { return Pause.asking("?"); }

  @Step Next go(Go call) { return new Ask(); }

  @Trigger String mail(int event) { return ""; }

  // ERROR [ESC039] The trigger mail has a name that is taken: "mail" is another trigger … Rename one of the two
  @Trigger String mail(String event) { return ""; }

  // ERROR [ESC039] "effect" is the method that every generated loop has for the name of a tool
  @Trigger String effect(String event) { return ""; }

  // ERROR [ESC039] "replyToAsk" is the method with which the generated loop replies to the step ask
  @Trigger String replyToAsk(String event) { return ""; }

  // ERROR [ESC039] "selected" is the method with which the generated loop goes on after the step go
  @Trigger String selected(Next event) { return ""; }

  @Trigger String flow(int event) { return ""; }

  @Prefetch String openTickets() { return ""; }

  // ERROR [ESC039] The prefetch open_tickets has a name that is taken: "open_tickets" is what openTickets fetches
  @Prefetch String open_tickets() { return ""; }

  @Prefetch String tags() { return ""; }

  // ERROR [ESC039] The prefetch tags has a name that is taken
  @Prefetch String tags(AgentThread thread) { return ""; }
}
