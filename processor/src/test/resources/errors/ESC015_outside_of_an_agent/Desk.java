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

  // ERROR ESC015 prompt, Prompt, Desk
  @Prompt String prompt() { return ""; }

  // ERROR ESC015 ask, Step, Desk
  @Step void ask(Ask call) {}

  // ERROR ESC015 review, Gate, Desk
  @Gate Verdict review(Ask call) { return Verdict.proceed(); }

  // ERROR ESC015 approve, Approval, Desk
  @Approval void approve(Ask call) {}

  // ERROR ESC015 mail, Trigger, Desk
  @Trigger String mail(int event) { return ""; }

  // ERROR ESC015 tags, Prefetch, Desk
  @Prefetch String tags() { return ""; }

  // ERROR ESC015 context, Context, Desk
  @Context String context(AgentThread thread) { return ""; }

  interface Base {
    // ERROR ESC015 ask, Step, Base
    @Step void ask(Ask call);
  }
}
