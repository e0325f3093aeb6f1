package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.time.Clock;
import java.time.Instant;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Take a note. */
  @Tool record Note() {}

  private final Clock clock;

  Desk(Clock clock) { this.clock = clock; }

  @Step Instant note(Note call) { return clock.instant(); }
}
