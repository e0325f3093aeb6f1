package shop;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Door_ShutSpec
@Toolkit
class Door {
  /** Shut the door. */
  @Tool(name = "close") record Shut() {}

  @Step void shut(Shut call) {}
}
