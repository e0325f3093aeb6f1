package shop;

import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Checks_CheckMailSpec shop.ReviewSpec shop.Desk_CloseSpec
@Toolkit
class Checks {
  /** Check a mail. */
  @Tool record CheckMail() {}

  @Step Review check(CheckMail call) { return new Review(); }
}
