package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec shop.Desk_LookUpSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /**
   * Look up the order.
   *
   * @param order the number of the order
   */
  @Tool record LookUp(String order) {}

  @Step int lookUp(LookUp call) { return 1; }

  // ERROR ESC092 found, LookUp, JoinFault.OTHER_RETURN_TYPE(lookUp)
  @Join String found(LookUp call, int parcels) { return "Found."; }
}
