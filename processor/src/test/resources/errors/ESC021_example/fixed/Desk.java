package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  private final String customer;

  Desk(String customer) { this.customer = customer; }

  @Prompt String prompt() { return "Help " + customer + "."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
