package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
// GENERATED shop.Desk_AskSpec
class Desk {
  @Tool record Ask() {}

  private static class Oops extends Exception {}

  @Prompt
  String prompt() {
    return "";
  }

  @Step
  // ERROR ESC006 shop.Desk.Oops, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  void ask(Ask call) throws Oops {}
}
