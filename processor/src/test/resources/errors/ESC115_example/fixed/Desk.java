package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Describe;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// OPTION -Aescapement.lock=locks
@Agent(onText = OnText.FINISH)
class Desk {
  /** Answer a letter. */
  @Tool record Answer(@Describe("The text of the letter") String letter) {}

  @Prompt String prompt() { return "Answer the letters."; }

  @Step Delegate<Author> answer(Answer call) { return AuthorLoop.delegate(call.letter()); }

  /** Answer a letter in writing. */
  @Tool record Reply(@Describe("The text of the letter") String letter) {}

  @Step Delegate<Writer> reply(Reply call) { return WriterLoop.delegate(call.letter()); }
}

@Agent(onText = OnText.FINISH)
class Author {
  /** Draft the answer. */
  @Tool record Draft(@Describe("The draft") String text) {}

  @Prompt String prompt() { return "Draft the answer."; }

  @Step String draft(Draft call) { return "drafted"; }
}

@Agent(onText = OnText.FINISH)
class Writer {
  /** Write the answer. */
  @Tool record Write(@Describe("The text") String text) {}

  @Prompt String prompt() { return "Write the answer."; }

  @Step String write(Write call) { return "written"; }
}
