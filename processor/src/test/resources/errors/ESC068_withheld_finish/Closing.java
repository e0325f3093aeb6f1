package shop;

import dev.escapement.Finish;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Toolkit;

// GENERATED shop.Closing_CloseCaseSpec shop.Desk_NoteSpec
@Toolkit
class Closing {
  /** Close the case. */
  @Tool record CloseCase() {}

  @Step Finish<String> close(CloseCase call) { return Finish.with("closed"); }
}
