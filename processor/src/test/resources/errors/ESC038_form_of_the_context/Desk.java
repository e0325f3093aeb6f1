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

    // ERROR ESC038 context, MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE
    @Context private String context(AgentThread thread) { return ""; }
  }

  @Agent
  static class Two {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC038 context, MethodFault.THREAD_MISSING, MethodRemedy.TAKE_THREAD
    @Context String context(boolean lastRequest, AgentThread thread) { return ""; }
  }

  @Agent
  static class Three {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC038 context, MethodFault.UNKNOWN_PARAMETERS, MethodRemedy.ONLY_THREAD_AND_LAST
    @Context String context(AgentThread thread, Boolean lastRequest) { return ""; }
  }

  @Agent
  static class Four {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC038 context, MethodFault.EXCEPTION, MethodRemedy.NO_EXCEPTION
    @Context String context(AgentThread thread) throws java.io.IOException { return ""; }
  }

  @Agent
  static class Five {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    // ERROR ESC038 context, MethodFault.RETURNS(List<String>), MethodRemedy.RETURN_TEXT_OR_MESSAGES
    @Context List<String> context(AgentThread thread) { return List.of(); }
  }

  @Agent
  static class Right {
    @Prompt String prompt() { return ""; }

    @Step Finish<String> close(Close call) { return Finish.with(""); }

    @Context List<Message> context(AgentThread thread, boolean lastRequest) { return List.of(); }
  }
}
