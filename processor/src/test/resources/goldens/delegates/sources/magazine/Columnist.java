package magazine;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

/** An agent that writes columns. */
@Agent
public final class Columnist {

  /**
   * Submit the column.
   *
   * @param text the text
   */
  @Tool
  public record Submit(String text) {}

  @Prompt
  String prompt() {
    return "Write a column.";
  }

  @Trigger
  String letter(Letter letter) {
    return "Answer this letter: " + letter.text();
  }

  @Step
  Finish<Column> submit(Submit call) {
    return Finish.with(new Column(call.text()));
  }
}
