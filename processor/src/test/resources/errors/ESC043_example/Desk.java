package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.io.IOException;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_SendSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Send the receipt. */
  @Tool record Send() {}

  // WARNING ESC043 Declaration.STEP(send), WRITE, [IOException]
  @Step void send(Send call) throws IOException {
    post();
  }

  private static void post() throws IOException {}
}
