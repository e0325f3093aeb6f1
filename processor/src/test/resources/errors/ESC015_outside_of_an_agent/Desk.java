package shop;

import dev.escapement.Approval;
import dev.escapement.Context;
import dev.escapement.Gate;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.thread.AgentThread;
import dev.escapement.Verdict;

@SuppressWarnings("ESC040")
class Desk {
  // GENERATED shop.Desk_AskSpec
  @Tool record Ask() {}

  // ERROR [ESC015] prompt is annotated with @Prompt, but Desk is no agent … Annotate the class with @Agent
  @Prompt String prompt() { return ""; }

  // ERROR [ESC015] ask is annotated with @Step, but Desk is no agent
  @Step void ask(Ask call) {}

  // ERROR [ESC015] review is annotated with @Gate, but Desk is no agent
  @Gate Verdict review(Ask call) { return Verdict.proceed(); }

  // ERROR [ESC015] approve is annotated with @Approval, but Desk is no agent
  @Approval void approve(Ask call) {}

  // ERROR [ESC015] mail is annotated with @Trigger, but Desk is no agent
  @Trigger String mail(int event) { return ""; }

  // ERROR [ESC015] tags is annotated with @Prefetch, but Desk is no agent
  @Prefetch String tags() { return ""; }

  // ERROR [ESC015] context is annotated with @Context, but Desk is no agent
  @Context String context(AgentThread thread) { return ""; }

  interface Base {
    // ERROR [ESC015] ask is annotated with @Step, but Base is no agent
    @Step void ask(Ask call);
  }
}
