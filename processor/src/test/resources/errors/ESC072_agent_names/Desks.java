package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

class Desks {
  // GENERATED shop.Desks_CloseSpec shop.Desks_EmptyLoop shop.Desks_WordsLoop
  @SuppressWarnings("ESC040")
  @Tool record Close() {}

  // ERROR ESC072 Blank, AgentNameFault.BLANK
  @Agent(name = "\t ")
  static class Blank {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  // ERROR ESC072 Line, AgentNameFault.INVISIBLE(U+000A, 4)
  @Agent(name = "desk\n")
  static class Line {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  // ERROR ESC072 Null, AgentNameFault.INVISIBLE(U+0000, 0)
  @Agent(name = "\0desk")
  static class Null {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  // ERROR ESC072 Mark, AgentNameFault.INVISIBLE(U+200B, 2)
  @Agent(name = "de\u200bsk")
  static class Mark {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  // ERROR ESC072 Half, AgentNameFault.INVISIBLE(U+D83D, 4)
  @Agent(name = "desk\ud83d")
  static class Half {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(name = "")
  static class Empty {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }

  @Agent(name = "Büro: Rückgabe \ud83d\udce6")
  static class Words {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }
  }
}
