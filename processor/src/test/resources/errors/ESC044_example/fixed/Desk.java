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

  static final class InvalidLink extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidLink(String link) {
      super("The link " + link + " is invalid. Use a link like https://example.com.");
    }
  }

  @Step(effect = Effect.READ) String check(Check call) throws InvalidLink {
    try {
      return new URI(call.link()).getHost();
    } catch (URISyntaxException e) {
      throw new InvalidLink(call.link());
    }
  }
}
