package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  // ERROR ESC021 prompt, MethodFault.PARAMETER, MethodRemedy.NO_PARAMETERS
  @Prompt String prompt(String customer) { return "Help " + customer + "."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
