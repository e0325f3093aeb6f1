package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// Nothing is wrong with the agent itself, but its loop would refer to a specification that is not there.
// OPTION --should-stop=ifError=FLOW
@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // ERROR ESC003 look up, LookUp
  @Tool(name = "look up") record LookUp() {}

  @Prompt String prompt() { return ""; }

  @Step void lookUp(LookUp call) {}
}
