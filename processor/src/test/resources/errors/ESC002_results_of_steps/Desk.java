package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import java.util.List;
import java.util.Optional;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec

  @Prompt
  String prompt() {
    return "";
  }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(one), Object), Hint.NONE, SchemaRemedy.OBJECT
  Object one(One call) { return call; }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(two), Thread), Hint.NONE, SchemaRemedy.OTHER_TYPE
  List<Thread> two(Two call) { return List.of(); }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(three), Finish<String>), Hint.NONE, SchemaRemedy.FINISH_AS_RESULT
  Optional<Finish<String>> three(Three call) { return Optional.empty(); }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(four), Delegate<Desk>), Hint.NONE, SchemaRemedy.DELEGATE_AS_RESULT
  List<Delegate<Desk>> four(Four call) { return List.of(); }
}
