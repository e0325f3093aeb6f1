package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_LookUpSpec shop.Desk_SearchSpec
  @Tool record LookUp() {}
  @Tool(name = "look_up") record Search() {}

  @Prompt String prompt() { return ""; }

  @Step void lookUp(LookUp call) {}

  // ERROR ESC017 LookUp, Search, look_up
  @Step void search(Search call) {}
}
