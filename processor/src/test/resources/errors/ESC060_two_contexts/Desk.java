package shop;

import dev.escapement.Agent;
import dev.escapement.Context;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.Finish;

@SuppressWarnings("ESC040")
@Agent
class Desk {
  @Tool record Close() {}
  // GENERATED shop.Desk_CloseSpec

  @Prompt String prompt() { return ""; }

  @Step Finish<String> close(Close call) { return Finish.with(""); }

  @Context String one(AgentThread thread) { return ""; }

  // ERROR ESC060 Desk
  @Context String two(AgentThread thread) { return ""; }
}
