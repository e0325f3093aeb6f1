package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

import java.util.List;
import java.util.Map;

// GENERATED shop.FineSpec shop.Tools_ImplementedSpec
@SuppressWarnings("ESC040")
class Tools {
  @Tool record Component(
      // JAVAC cannot find symbol
      Strin text,
      Object tooEarlyToSay) {}

  @Tool record Argument(
      // JAVAC cannot find symbol
      Map<String, List<Missing>> texts) {}

  // JAVAC cannot find symbol
  @Tool record Implemented() implements Gone {}
}

@Agent
class Desk {
  // JAVAC cannot find symbol
  @Prompt Text prompt() { return null; }

  // JAVAC cannot find symbol
  @Step void parameter(NoTool call) {}

  // JAVAC cannot find symbol
  @Step Nothing result(Fine call) { return null; }

  // JAVAC cannot find symbol
  @Step void second(Fine call, Clock clock) {}

  // JAVAC cannot find symbol
  @Step void thrown(Fine call) throws Oops {}
}

/** Fine. */
@Tool
record Fine() {}
