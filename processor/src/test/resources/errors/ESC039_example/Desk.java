package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  @Trigger String mail(String text) { return text; }

  // ERROR ESC039 Declaration.TRIGGER(mail), mail, NameOwner.TRIGGER
  @Trigger String mail(int number) { return "Read message " + number + "."; }
}
