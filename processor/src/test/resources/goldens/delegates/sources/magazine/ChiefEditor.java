package magazine;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

/** The chief editor of a magazine, who delegates columns to a columnist. */
@Agent(maxDepth = 2)
public final class ChiefEditor {

  /**
   * Have a column written.
   *
   * @param topic the topic
   * @param round the number of drafts so far
   */
  @Tool
  public record OrderColumn(String topic, int round) implements Review {}

  /**
   * Answer the letter of a reader.
   *
   * @param letter the letter
   */
  @Tool
  public record AnswerLetter(Letter letter) {}

  /**
   * Look up the facts of a topic.
   *
   * @param topic the topic
   */
  @Tool
  public record LookUpFacts(String topic) {}

  /** The next step after a column was written. */
  public sealed interface Review permits OrderColumn, Print {}

  /**
   * Print a column.
   *
   * @param column the text
   */
  @Tool
  public record Print(String column) implements Review {}

  private static final int MAX_ROUNDS = 3;

  private final ColumnistLoop columnist;

  public ChiefEditor(ColumnistLoop columnist) {
    this.columnist = columnist;
  }

  @Prompt
  String prompt() {
    return "Publish one column.";
  }

  @Trigger
  String letter(Letter letter) {
    return "A reader wrote: " + letter.text();
  }

  @Step
  Delegate<Columnist> orderColumn(OrderColumn call) {
    return ColumnistLoop.delegate("Write about " + call.topic()).maxTokens(50_000);
  }

  @Join
  Review review(OrderColumn call, Column column) {
    return column.text().isBlank() && call.round() < MAX_ROUNDS
        ? new OrderColumn(call.topic(), call.round() + 1)
        : new Print(column.text());
  }

  @Step
  Delegate<Columnist> answerLetter(AnswerLetter call) throws UnsuitableException {
    return columnist.delegateOnLetter(call.letter()).label("reader", call.letter().reader());
  }

  @Join
  int answered(AnswerLetter call, Column answer) throws UnsuitableException {
    if (answer.text().isBlank()) {
      throw new UnsuitableException("The answer is blank.");
    }
    return answer.text().length();
  }

  @Step(effect = Effect.READ)
  Delegate<Archive> lookUpFacts(LookUpFacts call) {
    return ArchiveLoop.delegate(call.topic());
  }

  @Step
  Finish<String> print(Print call) {
    return Finish.with(call.column());
  }
}
