package assist;

import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Prefetch;
import dev.escapement.Step;
import dev.escapement.Toolkit;
import dev.escapement.Verdict;
import dev.escapement.thread.AgentThread;
import java.util.List;

/** A mailbox. */
@Toolkit
public final class Mailbox {
  @Step(effect = Effect.READ)
  public List<String> search(SearchMail call) throws MailboxLocked {
    return List.of();
  }

  @Step(effect = Effect.DESTRUCTIVE)
  @Approval("Delete the mail?")
  public void delete(DeleteMail call) {}

  @Gate
  public Verdict protect(DeleteMail call, AgentThread thread) {
    return Verdict.proceed();
  }

  @Prefetch
  public int unread() {
    return 0;
  }
}
