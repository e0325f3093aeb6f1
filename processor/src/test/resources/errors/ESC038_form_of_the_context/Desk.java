package shop;

import dev.escapement.Agent;
import dev.escapement.Context;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;
import dev.escapement.model.Message;
import java.util.List;

class Desk {
  @SuppressWarnings("ESC040")
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec shop.Desk_RightLoop

  @Agent
  static class One {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR [ESC038] The context context is private, but the … Make it a non-private, non-static method
    @Context private String context(AgentThread thread) { return ""; }
  }

  @Agent
  static class Two {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR [ESC038] The context context does not begin with the thread
    @Context String context(boolean lastRequest, AgentThread thread) { return ""; }
  }

  @Agent
  static class Three {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR [ESC038] The context context has a parameter that nothing can fill
    @Context String context(AgentThread thread, Boolean lastRequest) { return ""; }
  }

  @Agent
  static class Four {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR [ESC038] The context context declares an exception
    @Context String context(AgentThread thread) throws java.io.IOException { return ""; }
  }

  @Agent
  static class Five {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR [ESC038] The context context returns List<String>
    @Context List<String> context(AgentThread thread) { return List.of(); }
  }

  @Agent
  static class Right {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    @Context List<Message> context(AgentThread thread, boolean lastRequest) { return List.of(); }
  }
}
