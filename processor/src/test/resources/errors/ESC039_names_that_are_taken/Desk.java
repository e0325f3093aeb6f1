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

  // ERROR ESC039 Declaration.TRIGGER(mail), mail, NameOwner.TRIGGER
  @Trigger String mail(String event) { return ""; }

  @Trigger(schedule = "0 9 * * *") String daily() { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(daily), daily, NameOwner.TRIGGER
  @Trigger(schedule = "0 10 * * *") String daily(java.time.Instant tick) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(effect), effect, NameOwner.TOOL_METHOD
  @Trigger String effect(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(replyToAsk), replyToAsk, NameOwner.REPLY_METHOD(ask)
  @Trigger String replyToAsk(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(resultOfClose), resultOfClose, NameOwner.RESULT_METHOD(close)
  @Trigger String resultOfClose(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(attempts), attempts, NameOwner.TOOL_METHOD
  @Trigger String attempts(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(selected), selected, NameOwner.SELECTION_METHOD(go)
  @Trigger String selected(Next event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(delegate), delegate, NameOwner.TOOL_METHOD
  @Trigger String delegate(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(resultSchema), resultSchema, NameOwner.TOOL_METHOD
  @Trigger String resultSchema(String event) { return ""; }

  // ERROR ESC039 Declaration.TRIGGER(delegateOnFlow), delegateOnFlow, NameOwner.DELEGATE_METHOD(flow)
  @Trigger String delegateOnFlow(int event) { return ""; }

  @Trigger String delegateOnMail(double event) { return ""; }

  @Trigger String flow(int event) { return ""; }

  @Prefetch String openTickets() { return ""; }

  // ERROR ESC039 Declaration.PREFETCH(open_tickets), open_tickets, NameOwner.PREFETCH(openTickets)
  @Prefetch String open_tickets() { return ""; }

  @Prefetch String tags() { return ""; }

  // ERROR ESC039 Declaration.PREFETCH(tags), tags, NameOwner.PREFETCH(tags)
  @Prefetch String tags(AgentThread thread) { return ""; }
}
