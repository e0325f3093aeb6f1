package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {

  /** Close the case. */
  // ERROR ESC124 Close, end case, FormerNameFault.INVALID
  @Tool(formerly = "end case") record Close() {}

  /** Look up an order. */
  // ERROR ESC124 LookUp, find, FormerNameFault.REPEATED
  @Tool(formerly = {"find", "find"}) record LookUp() {}

  /** Search orders. */
  // GENERATED shop.Desk_SearchSpec
  @Tool(formerly = "find") record Search() {}

  /** Track a parcel. */
  // GENERATED shop.Desk_TrackSpec
  @Tool(formerly = "look_up") record Track() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  @Step String lookUp(LookUp call) { return "An order"; }

  // ERROR ESC124 Search, find, FormerNameFault.OTHER_FORMER(LookUp, Desk)
  @Step String search(Search call) { return "Some orders"; }

  // ERROR ESC124 Track, look_up, FormerNameFault.OTHER_TOOL(LookUp, Desk)
  @Step String track(Track call) { return "In transit"; }
}
