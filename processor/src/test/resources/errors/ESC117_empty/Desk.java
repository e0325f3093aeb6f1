package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec
// OPTION -Aescapement.lock=
// NOWHERE ERROR ESC117 escapement.lock, "", LockFolderFault.EMPTY
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
