package shop;

import dev.escapement.Agent;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Finish;
import dev.escapement.Pause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}
  @Tool record Close() {}
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(one), Object), Hint.NONE, SchemaRemedy.OBJECT
  Pause<Object> one(One call) { return Pause.asking("?"); }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(two), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
  Pause<Optional<String>> two(Two call) { return Pause.asking("?"); }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(three), String), Hint.NONE, SchemaRemedy.NOT_NULLABLE
  Pause<@Nullable String> three(Three call) { return Pause.asking("?"); }

  @Step
  // ERROR ESC002 SchemaFault.TYPE(Declaration.STEP_RESULT(four), Pause<String>), Hint.NONE, SchemaRemedy.PAUSE_AS_RESULT
  List<Pause<String>> four(Four call) { return List.of(); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Trigger
  String any(
      // ERROR ESC002 SchemaFault.TYPE(Declaration.PARAMETER(event, any), Object), Hint.NONE, SchemaRemedy.OBJECT
      Object event) { return ""; }

  @Trigger
  String perhaps(
      // ERROR ESC002 SchemaFault.TYPE(Declaration.PARAMETER(event, perhaps), Optional<String>), Hint.NONE, SchemaRemedy.OPTIONAL_COMPONENT(Optional)
      Optional<String> event) { return ""; }

  @Prefetch
  // ERROR ESC002 SchemaFault.TYPE(Declaration.PREFETCH_RESULT(anything), Object), Hint.NONE, SchemaRemedy.OBJECT
  Object anything() { return ""; }

  @Prefetch
  // ERROR ESC002 SchemaFault.TYPE(Declaration.PREFETCH_RESULT(finished), Finish<String>), Hint.NONE, SchemaRemedy.FINISH_AS_RESULT
  Finish<String> finished() { return Finish.with(""); }
}
