package magazine;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent that looks up facts. */
@Agent(name = "archive", onText = OnText.FINISH)
public final class Archive {

  /**
   * Search the archive.
   *
   * @param words the words
   */
  @Tool
  public record Search(String words) {}

  @Prompt
  String prompt() {
    return "Look up facts.";
  }

  @Step(effect = Effect.READ)
  String search(Search call) {
    return "";
  }
}
