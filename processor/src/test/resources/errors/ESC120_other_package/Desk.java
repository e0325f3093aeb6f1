package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import wares.Answer;

// GENERATED shop.Desk_AskSpec shop.Desk_CloseSpec
@Agent
class Desk {

  /** Ask a clerk. */
  @Tool record Ask() {}

  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  // ERROR ESC120 ofNumber, MethodFault.OTHER_PACKAGE(Desk), MethodRemedy.ADD_PUBLIC
  @Step Pause<Answer> ask(Ask call) { return Pause.asking("Which one?"); }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }
}
