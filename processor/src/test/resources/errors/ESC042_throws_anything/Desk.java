package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

import java.io.IOException;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec shop.Desk_FiveSpec
  // GENERATED shop.DeskLoop shop.QuietLoop shop.Desk_SixSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}
  @Tool record Five() {}
  @Tool record Six() {}

  @Prompt String prompt() { return ""; }

  // WARNING ESC042 Declaration.STEP(one), [Exception]
  @Step void one(One call) throws Exception {}

  // WARNING ESC042 Declaration.STEP(two), [RuntimeException]
  // WARNING ESC043 Declaration.STEP(two), WRITE, [IOException]
  @Step void two(Two call) throws RuntimeException, IOException {}

  @SuppressWarnings("ESC042")
  @Step void three(Three call) throws Exception {}

  // WARNING ESC043 Declaration.STEP(four), WRITE, [IOException, InterruptedException]
  // WARNING ESC044 Declaration.STEP(four), [IllegalStateException]
  @Step void four(Four call) throws IOException, InterruptedException, IllegalStateException {}

  @SuppressWarnings("all")
  // WARNING ESC042 Declaration.STEP(five), [Error]
  @Step void five(Five call) throws Error {}

  // WARNING ESC042 Declaration.STEP(six), [Exception, RuntimeException]
  @Step void six(Six call) throws Exception, RuntimeException {}
}

@SuppressWarnings({"ESC040", "ESC042"})
@Agent(onText = OnText.FINISH)
class Quiet {
  @Prompt String prompt() { return ""; }

  @Step void one(Desk.One call) throws Exception {}
}
