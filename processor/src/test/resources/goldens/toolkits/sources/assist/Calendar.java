package assist;

import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Toolkit;
import dev.escapement.Verdict;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;

/** A calendar. */
@Toolkit
public final class Calendar {
  @Step(effect = Effect.READ)
  public int search(SearchAppointment call) {
    return 0;
  }

  @Step
  public String book(BookAppointment call, StepContext context) {
    return context.idempotencyKey();
  }

  @Step(effect = Effect.READ)
  public Pause<Boolean> confirm(Confirm call) {
    return Pause.asking("Is " + call.day() + " convenient?");
  }

  @Gate(effects = Effect.WRITE)
  public Verdict quota(Call call, AgentThread thread) {
    return Verdict.proceed();
  }
}
