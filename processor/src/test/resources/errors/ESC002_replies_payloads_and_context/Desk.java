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
  // ERROR [ESC002] The result of the step one has the type Object, for which there is no JSON Schema
  Pause<Object> one(One call) { return Pause.asking("?"); }

  @Step
  // ERROR [ESC002] The result of the step two has the type Optional<String> … may be left out
  Pause<Optional<String>> two(Two call) { return Pause.asking("?"); }

  @Step
  // ERROR [ESC002] The result of the step three has the type String … It is never null here
  Pause<@Nullable String> three(Three call) { return Pause.asking("?"); }

  @Step
  // ERROR [ESC002] The result of the step four has the type Pause<String> … Pause stands for waiting for a reply
  List<Pause<String>> four(Four call) { return List.of(); }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Trigger
  String any(
      // ERROR [ESC002] The parameter event of any has the type Object
      Object event) { return ""; }

  @Trigger
  String perhaps(
      // ERROR [ESC002] The parameter event of perhaps has the type Optional<String> … may be left out
      Optional<String> event) { return ""; }

  @Prefetch
  // ERROR [ESC002] The result of the prefetch anything has the type Object
  Object anything() { return ""; }

  @Prefetch
  // ERROR [ESC002] The result of the prefetch finished has the type Finish<String> … but not inside another type
  Finish<String> finished() { return Finish.with(""); }
}
