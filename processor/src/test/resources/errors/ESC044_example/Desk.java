package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.net.URI;
import java.net.URISyntaxException;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_CheckSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Check a link. */
  @Tool record Check(@Describe("The link") String link) {}

  // WARNING ESC044 Declaration.STEP(check), [URISyntaxException]
  @Step(effect = Effect.READ) String check(Check call) throws URISyntaxException {
    return new URI(call.link()).getHost();
  }
}
