package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec
// OPTION -Aescapement.lock=pom.xml
// NOWHERE ERROR ESC117 escapement.lock, pom.xml, LockFolderFault.FILE
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
