package shop;

import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;
import dev.escapement.Verdict;
import dev.escapement.tool.Call;

// GENERATED shop.Mailbox_SendMailSpec
@Toolkit
class Mailbox {
  /** Send a mail. */
  @Tool record SendMail() {}

  @Step void send(SendMail call) {}

  // ERROR ESC109 audit, [READ], Declaration.CLASS(Mailbox)
  @Gate(effects = Effect.READ) Verdict audit(Call call) { return Verdict.proceed(); }
}
