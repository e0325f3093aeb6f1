package shop;

import dev.escapement.Agent;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Finish;
import java.util.List;
import java.util.Optional;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec

  @Prompt
  String prompt() {
    return "";
  }

  @Step
  // ERROR [ESC002] The result of the step one has the type Object, for which there is no JSON Schema
  Object one(One call) { return call; }

  @Step
  // ERROR [ESC002] The result of the step two has the type Thread
  List<Thread> two(Two call) { return List.of(); }

  @Step
  // ERROR [ESC002] The result of the step three has the type Finish<String> … not inside another type
  Optional<Finish<String>> three(Three call) { return Optional.empty(); }
}
