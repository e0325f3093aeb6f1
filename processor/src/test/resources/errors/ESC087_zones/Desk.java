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

  // ERROR ESC087 unknown, Mitteleuropa, ZoneFault.UNKNOWN(Hint.NONE)
  @Trigger(schedule = "0 9 * * *", zone = "Mitteleuropa") String unknown() { return ""; }

  // ERROR ESC087 similar, "America/NewYork", ZoneFault.UNKNOWN(Hint.DID_YOU_MEAN("America/New_York"))
  @Trigger(schedule = "0 9 * * *", zone = "America/NewYork") String similar() { return ""; }

  // ERROR ESC087 unscheduled, "Europe/Berlin", ZoneFault.WITHOUT_SCHEDULE
  @Trigger(zone = "Europe/Berlin") String unscheduled(int event) { return ""; }

  @Trigger(schedule = "0 9 * * *", zone = "UTC") String right() { return ""; }
}
