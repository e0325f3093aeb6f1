package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
@Agent
// ERROR ESC019 Desk
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
